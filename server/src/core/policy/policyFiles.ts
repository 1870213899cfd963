/** The files of a repository that hold policy, and how each is read. */

import { type ParseError, parse } from "jsonc-parser";
import { readToml } from "../readers/toml.ts";
import { type TableValue, tablesAt, type WrittenValue } from "../readers/writtenValues.ts";
import { isRecord } from "../records.ts";
import { isTooDeep } from "./jsonDepth.ts";
import type { Origin } from "./nameRules.ts";
import type { PolicyLayer } from "./policy.ts";
import { policyFileName } from "./policyFileName.ts";

export interface PolicyFile {
  /** Below the root of the repository, with `/` as separator. */
  readonly path: string;
  readonly scope: Extract<Origin["scope"], "workspace" | "file">;
  /** Null where the text says nothing to us. Never throws. */
  read(text: string): Pick<PolicyLayer, "values" | "malformed"> | null;
}

/** For teams that do not share `.vscode`. The nearest last: where both are there, `namesake.json` decides. */
export const sharedPolicyFiles: readonly PolicyFile[] = [
  { path: "pyproject.toml", scope: "file", read: readProject },
  { path: policyFileName, scope: "file", read: readJson },
];

/** All that a repository can hold, the workspace settings of VS Code first. */
export const policyFiles: readonly PolicyFile[] = [
  { path: ".vscode/settings.json", scope: "workspace", read: readSettings },
  ...sharedPolicyFiles,
];

/**
 * The layer that the text of a policy file makes, or null where it says nothing to us.
 * @param shown the file as people are told of it
 */
export function policyLayer(
  { scope, read }: PolicyFile,
  text: string,
  { shown, mayRelax }: { readonly shown: string; readonly mayRelax: boolean },
): PolicyLayer | null {
  const found = read(text);
  return found && { ...found, origin: { scope, file: shown }, mayRelax };
}

/** The layer of a policy file that is there and could not be read. */
export function unreadableLayer({ scope }: PolicyFile, shown: string, reason: string): PolicyLayer {
  return { origin: { scope, file: shown }, values: {}, mayRelax: false, unreadable: reason };
}

/** A file that has just been made says nothing yet. */
function readJson(text: string): { values: unknown; malformed: boolean } {
  if (text.trim() === "") return { values: {}, malformed: false };
  if (isTooDeep(text)) return { values: {}, malformed: true };
  const errors: ParseError[] = [];
  const values: unknown = parse(text.replace(/^\ufeff/, ""), errors, { allowTrailingComma: true });
  return { values, malformed: errors.length > 0 || !isRecord(values) };
}

/** Of VS Code's settings only those that begin with `namesake.`, without that. */
function readSettings(text: string): { values: unknown; malformed: boolean } {
  const { values, malformed } = readJson(text);
  const ours = Object.entries(isRecord(values) ? values : {}).filter(([key]) => key.startsWith("namesake."));
  return {
    values: Object.fromEntries(ours.map(([key, value]) => [key.slice("namesake.".length), value])),
    malformed,
  };
}

/** `[tool.namesake]`. Other tools complain of a file that is no TOML. */
function readProject(text: string): { values: unknown } | null {
  if (!text.includes("namesake")) return null;
  const tables = tablesAt(readToml(text).root, "tool.namesake");
  return tables.length > 0 ? { values: Object.assign({}, ...tables.map(toObject)) } : null;
}

function toObject({ entries }: TableValue): Record<string, unknown> {
  return Object.fromEntries(entries.map(({ key, value }) => [key.value, toPlain(value)]));
}

function toPlain(value: WrittenValue): unknown {
  switch (value.kind) {
    case "text":
      return value.value;
    case "list":
      return value.items.map(toPlain);
    case "table":
      return toObject(value);
    case "other":
      return toScalar(value.written);
  }
}

/** Booleans and numbers; a date stays as it is written, which is how entries have it. */
function toScalar(written: string): unknown {
  if (written === "true" || written === "false") return written === "true";
  return /^[+-]?\d+$/.test(written) ? Number(written) : written;
}
