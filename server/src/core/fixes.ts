/** What can be done about a finding, as edits of the text and a title that says what they do. */

import type { Finding, ReadText } from "./check.ts";
import { type Message, message } from "./messages.ts";
import { normalizeName } from "./names.ts";
import type { TextEdit } from "./policy/editPolicy.ts";
import type { PackageReference } from "./reference.ts";
import type { Code } from "./rules/codes.ts";

export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** True for the one fix of a finding that leaves no choice to make. */
  readonly preferred: boolean;
}

/**
 * The fixes within the text, best first. Trusting a name is no edit of the text and left to the host. A lock has none:
 * a tool writes it, from the manifest that asks for the name.
 */
export function fixesFor(finding: Finding, reading: ReadText): Fix[] {
  if (reading.role === "lock") return [];
  return [...removals(finding), ...replacements(finding)];
}

function removals({ code, reference }: Finding): Fix[] {
  if (code !== "stdlib-module" || reference.kind !== "distribution" || !reference.removal) return [];
  return [
    {
      title: message("fix.remove", { name: reference.name }),
      edits: [{ span: reference.removal, newText: "" }],
      preferred: true,
    },
  ];
}

/** Several distributions can provide a module, and one that comes with Python is rather removed: only the author knows. */
const leavesChoice: ReadonlySet<Code> = new Set(["import-name", "stdlib-module"]);

function replacements(finding: Finding): Fix[] {
  const { code, reference, targets } = finding;
  return targets.map(({ name: target }) => ({
    title: replacementTitle(finding, target),
    edits: replace(reference, target, keepsVersion(finding)),
    preferred: targets.length === 1 && !leavesChoice.has(code),
  }));
}

/**
 * The best replacement at every place of the name within the text; null where there is one place only. Apart from the
 * others, since it is as large as the text has places: whoever chooses a fix asks for it.
 */
export function fixEverywhere(finding: Finding, { references, role }: ReadText): Fix | null {
  const { reference, targets } = finding;
  const target = targets[0]?.name;
  if (target === undefined || role === "lock") return null;
  const name = normalizeName(reference.name);
  const same = references.filter((each) => each.kind === reference.kind && normalizeName(each.name) === name);
  if (same.length < 2) return null;
  return {
    title: message("fix.replace-everywhere", { name: reference.name, target, count: same.length }),
    edits: same.flatMap((each) => replace(each, target, keepsVersion({ ...finding, reference: each }))),
    preferred: false,
  };
}

/** The codes of names that were written for the target, so that a version beside them was written for it too. */
const meantForTarget: ReadonlySet<Code> = new Set(["typosquat", "lookalike-characters", "import-name"]);

/** Whether a version beside the name belongs to the target. A stranger's does not, nor one that hashes were resolved for. */
function keepsVersion({ code, reference }: Finding): boolean {
  return reference.kind === "module" || (meantForTarget.has(code) && reference.hashes.length === 0);
}

function replacementTitle(finding: Finding, target: string): Message {
  const { reference } = finding;
  if (reference.kind === "module") return message("fix.replace", { target });
  if (reference.hashes.length > 0) return message("fix.replace.dropping-hashes", { target });
  const { pin, specifier: version } = reference;
  if (pin === null || version === null) return message("fix.replace", { target });
  const id = keepsVersion(finding) ? "fix.replace.keeping-version" : "fix.replace.dropping-version";
  return message(id, { target, version });
}

function replace(reference: PackageReference, target: string, keepVersion: boolean): TextEdit[] {
  const renamed: TextEdit = { span: reference.span, newText: target };
  if (keepVersion || reference.kind === "module") return [renamed];
  const ties = reference.pin ? [reference.pin, ...reference.hashes] : reference.hashes;
  return [renamed, ...ties.map((span) => ({ span, newText: "" }))];
}
