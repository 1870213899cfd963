/** `namesake explain`: the verdict on single names, and why. It is also how detection is measured. */

import { limitKnowledge } from "../core/knowledge/limitKnowledge.ts";
import { normalizeName } from "../core/names.ts";
import { readPolicy } from "../core/policy/policy.ts";
import { printableJson } from "../core/printable.ts";
import type { NameKind } from "../core/reference.ts";
import { judgeName } from "../core/rules/index.ts";
import type { World } from "../core/rules/rule.ts";
import { noWorkspaceFacts } from "../core/workspaceFacts.ts";
import { say } from "../lsp/language.ts";
import { readArguments, readChoice, readCount, type Streams, utcDay } from "./command.ts";
import { readKnowledge } from "./knowledge.ts";
import type { ExitCode } from "./main.ts";

const options = {
  kind: { type: "string", default: "distribution" },
  jsonl: { type: "boolean", default: false },
  sensitivity: { type: "string", default: "balanced" },
  top: { type: "string" },
  without: { type: "string", default: "" },
} as const;

export async function runExplain(arguments_: readonly string[], streams: Streams): Promise<ExitCode> {
  const { values, positionals } = readArguments(arguments_, options);
  const kind = readChoice("kind", values.kind, ["distribution", "module"]);
  const sensitivity = readChoice("sensitivity", values.sensitivity, ["quiet", "balanced", "strict"]);
  const knowledge = limitKnowledge(await readKnowledge(), {
    ...(values.top === undefined ? {} : { top: readCount("top", values.top) }),
    without: values.without
      .split(",")
      .filter((list) => list !== "")
      .map((list) => readChoice("without", list, ["malicious", "known-names"])),
  });
  const names =
    positionals.length > 0
      ? positionals
      : (await streams.input()).split(/\r?\n/).filter((name) => name.trim());
  const { policy } = readPolicy(
    [{ origin: { scope: "user", file: null }, values: { sensitivity }, mayRelax: true }],
    utcDay(),
  );
  const world = { knowledge, policy, workspace: noWorkspaceFacts };
  for (const name of names) {
    const explanation = explain(name.trim(), kind, world);
    streams.out(`${printableJson(explanation, values.jsonl ? 0 : 2)}\n`);
  }
  return 0;
}

function explain(name: string, kind: NameKind, world: World) {
  const verdict = judgeName({ kind, name }, world);
  const normalized = normalizeName(name);
  return {
    name,
    kind,
    code: verdict.code,
    severity: verdict.severity,
    technique: verdict.code === null ? null : verdict.technique,
    targets: verdict.code === null ? [] : verdict.targets.map((target) => target.name),
    known: world.knowledge.isKnown(normalized),
    rank: world.knowledge.popular.rankOf(normalized),
    reason: say(verdict.message),
  };
}
