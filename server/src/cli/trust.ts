/** `namesake trust` and `namesake untrust`: change the same files that the editor changes, and say which. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import * as l10n from "@vscode/l10n";
import { message } from "../core/messages.ts";
import { normalizeName } from "../core/names.ts";
import { editPolicy, type PolicyChange, type PolicyFileKind } from "../core/policy/editPolicy.ts";
import { isDay, isNameOrPattern } from "../core/policy/nameRules.ts";
import { readPolicy } from "../core/policy/policy.ts";
import { policyFileName } from "../core/policy/policyFileName.ts";
import { say } from "../lsp/language.ts";
import { readIfThere } from "../node/textFile.ts";
import { reasonOf } from "../project/reasonOf.ts";
import { readArguments, readChoice, type Streams, UsageError, utcDay } from "./command.ts";
import type { ExitCode } from "./main.ts";
import { diskLayers, projectFile, projectRoot } from "./project.ts";
import type { InputProblem } from "./report.ts";
import { replaceFile } from "./writtenFile.ts";

const scopes = {
  workspace: { path: ".vscode/settings.json", kind: "settings" },
  file: { path: policyFileName, kind: "namesake-json" },
} as const satisfies Readonly<Record<string, { readonly path: string; readonly kind: PolicyFileKind }>>;

type Scope = keyof typeof scopes;
const scopeNames = Object.keys(scopes) as readonly Scope[];

export async function runTrust(arguments_: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = readArguments(arguments_, {
    reason: { type: "string" },
    by: { type: "string" },
    expires: { type: "string" },
    scope: { type: "string" },
  });
  const name = readName(positionals);
  const { reason, by, expires } = values;
  if (expires !== undefined && !isDay(expires)) {
    throw new UsageError(
      l10n.t("--{option} is '{value}', but it takes a day such as 2027-06-30.", {
        option: "expires",
        value: expires,
      }),
    );
  }
  const root = projectRoot(process.cwd());
  const { policy } = readPolicy(await diskLayers(root, []), utcDay());
  if (policy["trust.requireReason"] && !reason) {
    throw new UsageError(l10n.t("this project trusts no package without a reason: say it with --reason."));
  }
  const scope = values.scope === undefined ? usualScope(root) : readChoice("scope", values.scope, scopeNames);
  const details = { ...(reason && { reason }), ...(by && { by }), ...(expires && { expires }) };
  return changeFile(root, scope, { kind: "trust", name, details }, streams);
}

export async function runUntrust(arguments_: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = readArguments(arguments_, { scope: { type: "string" } });
  const name = readName(positionals);
  const root = projectRoot(process.cwd());
  const wanted = values.scope === undefined ? scopeNames : [readChoice("scope", values.scope, scopeNames)];
  const present = wanted.filter((scope) => existsSync(join(root, scopes[scope].path)));
  for (const scope of present) {
    const code = await changeFile(root, scope, { kind: "untrust", name }, streams);
    if (code !== 0) return code;
  }
  // The command promises that the name is trusted no more: it says where that is not in its power.
  const left = await whereTrusted(root, name);
  if (left !== null) streams.error(`namesake: ${left}\n`);
  return left === null ? 0 : 1;
}

function readName(positionals: readonly string[]): string {
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError(l10n.t("give one name or pattern."));
  if (!isNameOrPattern(name))
    throw new UsageError(l10n.t("'{name}' is no name or pattern such as acme-core, acme-*.", { name }));
  return name;
}

/** Where the team keeps its list already. */
function usualScope(root: string): Scope {
  return existsSync(join(root, scopes.file.path)) ? "file" : "workspace";
}

async function changeFile(
  root: string,
  scope: Scope,
  change: PolicyChange,
  streams: Streams,
): Promise<ExitCode> {
  const { path, kind } = scopes[scope];
  const { absolute, shown } = projectFile(root, path);
  try {
    const text = (await readIfThere(root, absolute)) ?? "";
    const edits = editPolicy(text, kind, change);
    if (!Array.isArray(edits)) throw new Error(say(message("policy.unreadable")));
    if (edits.length === 0) {
      streams.out(`${describeSame(change, shown)}\n`);
      return 0;
    }
    const edited = edits.reduceRight(
      (source, { span, newText }) => source.slice(0, span.start) + newText + source.slice(span.end),
      text,
    );
    await replaceFile(root, absolute, edited);
    streams.out(`${describeChange(change, shown)}\n`);
    return 0;
  } catch (error) {
    const reason = reasonOf(error);
    streams.error(
      `namesake: ${l10n.t("Nothing was changed in {place}: {reason}", { place: shown, reason })}\n`,
    );
    return 2;
  }
}

function describeChange({ kind, name }: PolicyChange, place: string): string {
  return kind === "trust"
    ? l10n.t("'{name}' is now trusted in {place}.", { name, place })
    : l10n.t("'{name}' is no longer trusted in {place}.", { name, place });
}

function describeSame({ kind, name }: PolicyChange, place: string): string {
  return kind === "trust"
    ? l10n.t("'{name}' is trusted already in {place}.", { name, place })
    : l10n.t("'{name}' is not trusted in {place}.", { name, place });
}

/** A sentence, or null where nothing trusts the name. */
async function whereTrusted(root: string, name: string): Promise<string | null> {
  const problems: InputProblem[] = [];
  const { policy } = readPolicy(await diskLayers(root, problems), utcDay());
  const wanted = normalizeName(name);
  const rule = policy.trusted.covering(wanted);
  return (
    rule &&
    l10n.t("'{name}' is still trusted by the entry '{key}' ({origin}).", {
      name,
      key: rule.key,
      origin: rule.origin.file ?? "",
    })
  );
}
