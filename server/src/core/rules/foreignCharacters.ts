/** The name holds characters that PyPI cannot have: Cyrillic letters, full-width forms, hidden direction marks. */

import { findForeignCharacters } from "../lookalike/foreignCharacters.ts";
import { message } from "../messages.ts";
import type { Rule } from "./rule.ts";

export const foreignCharacters: Rule<"lookalike-characters"> = {
  code: "lookalike-characters",
  certainty: "evident",
  severity: "error",
  judge({ kind, name }, { knowledge }) {
    const foreign = findForeignCharacters(name, knowledge);
    // Python lets people write modules in their own script: only one that passes for a known name is odd.
    if (!foreign || (kind === "module" && foreign.target === null)) return null;
    const characters = foreign.characters.map(codePoint).join(", ");
    const { target } = foreign;
    if (target === null) {
      return {
        message: message("lookalike-characters.foreign", { name, characters }),
        targets: [],
        technique: null,
      };
    }
    return {
      message: message("lookalike-characters.foreign.target", { name, characters, target }),
      targets: [{ name: target, rank: knowledge.popular.rankOf(target) }],
      technique: null,
    };
  },
};

function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}
