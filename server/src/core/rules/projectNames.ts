/** The distributions that a project has or asks for, laid out so that a question about one name does not go through all of them. */

import { countBefore } from "../binarySearch.ts";
import { compareText } from "../knowledge/sections.ts";
import { joinWords } from "../lookalike/forms.ts";
import type { NormalizedName } from "../names.ts";
import type { WorkspaceFacts } from "../workspaceFacts.ts";

interface ProjectNames {
  has(name: NormalizedName): boolean;
  beginningWith(text: string): NormalizedName[];
  /** Whether the letters stand in a row in a name, its hyphens aside. */
  hasPart(letters: string): boolean;
}

/** More than any project asks for; of a stranger's no more is searched for each of its modules. */
const mostLetters = 64_000;

const laidOut = new WeakMap<WorkspaceFacts, ProjectNames>();

export function projectNames(workspace: WorkspaceFacts): ProjectNames {
  const known = laidOut.get(workspace);
  if (known) return known;
  const made = layOut([...workspace.installed, ...workspace.declared.keys()]);
  laidOut.set(workspace, made);
  return made;
}

function layOut(all: readonly NormalizedName[]): ProjectNames {
  const names = new Set(all);
  const sorted = [...names].sort(compareText);
  const letters = sorted.map(joinWords).join(" ").slice(0, mostLetters);
  return {
    has: (name) => names.has(name),
    beginningWith(text) {
      const first = countBefore(sorted, (name) => name < text);
      let behind = first;
      while (sorted[behind]?.startsWith(text)) behind += 1;
      return sorted.slice(first, behind);
    },
    hasPart: (part) => letters.includes(part),
  };
}
