/** What can be done about a finding, as edits of the text and a title that says what they do. */

import type { Finding } from "./check.ts";
import { type Message, message } from "./messages.ts";
import { normalizeName } from "./names.ts";
import type { TextEdit } from "./policy/editPolicy.ts";
import type { PackageReference, Reading } from "./reference.ts";

export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** True for the one fix of a finding that leaves no choice to make. */
  readonly preferred: boolean;
}

/** The fixes within the text, best first. Trusting a name is no edit of the text and left to the host. */
export function fixesFor(finding: Finding, reading: Reading): Fix[] {
  return [...removals(finding), ...replacements(finding), ...replacementsEverywhere(finding, reading)];
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

function replacements({ code, reference, targets }: Finding): Fix[] {
  return targets.map(({ name: target }) => ({
    title: replacementTitle(reference, target),
    edits: replace(reference, target),
    // Several distributions can provide a module; which one is meant only the author knows.
    preferred: targets.length === 1 && code !== "import-name",
  }));
}

function replacementsEverywhere({ reference, targets }: Finding, { references }: Reading): Fix[] {
  const target = targets[0]?.name;
  if (target === undefined) return [];
  const name = normalizeName(reference.name);
  const same = references.filter((each) => each.kind === reference.kind && normalizeName(each.name) === name);
  if (same.length < 2) return [];
  return [
    {
      title: message("fix.replace-everywhere", { name: reference.name, target, count: same.length }),
      edits: same.flatMap((each) => replace(each, target)),
      preferred: false,
    },
  ];
}

function replacementTitle(reference: PackageReference, target: string): Message {
  const pin = reference.kind === "distribution" ? reference.specifier : null;
  if (pin?.startsWith("==")) return message("fix.replace.keeping-version", { target, version: pin });
  return message("fix.replace", { target });
}

function replace({ span }: PackageReference, target: string): TextEdit[] {
  return [{ span, newText: target }];
}
