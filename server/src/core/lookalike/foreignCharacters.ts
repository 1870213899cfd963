/** Characters that no name on PyPI can hold, though they may look as if they did: Cyrillic `о` in `numpу`, hidden direction marks. */

import type { Knowledge } from "../knowledge/knowledge.ts";
import { type NormalizedName, normalizeName } from "../names.ts";

export interface ForeignCharacters {
  /** Each foreign character once, in the order of the name. A character beyond the basic plane is one. */
  readonly characters: readonly string[];
  /** The name that it passes for: popular, or else known; null where it reads as none. */
  readonly target: NormalizedName | null;
}

/** Looks at the name as written, since normalising could hide a character. Null for a name of ASCII characters. */
export function findForeignCharacters(written: string, knowledge: Knowledge): ForeignCharacters | null {
  if (isAscii(written)) return null;
  const characters = [...new Set(written)].filter((character) => character > "\x7f");
  const name = normalizeName(readAs(written));
  const exists = knowledge.popular.rankOf(name) !== null || knowledge.isKnown(name);
  return { characters, target: exists ? name : null };
}

/** Nearly every name is, and is asked first. */
function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 0x7f) return false;
  }
  return true;
}

/** What the eye reads: nothing for an invisible character, a plain letter for its double, a bare one for one with an accent. */
function readAs(written: string): string {
  const visible = written.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "");
  const plain = visible.normalize("NFKD").replace(/\p{M}/gu, "");
  return [...plain].map((character) => doubles.get(character) ?? character).join("");
}

/** Letters and dashes of other scripts that look like ASCII ones and that Unicode's own normalisation leaves alone. */
const doubles: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: "аαɑАΑ",
    b: "ЬвΒВ",
    c: "сϲС",
    d: "ԁ",
    e: "еЕΕ",
    g: "ɡց",
    h: "һНΗ",
    i: "іıιІΙ",
    j: "јЈ",
    k: "кκКΚ",
    l: "ӏⅼ",
    m: "мМΜ",
    n: "ոпΝ",
    o: "оοօОΟ",
    p: "рρРΡ",
    q: "ԛ",
    r: "гᴦ",
    s: "ѕЅ",
    t: "тτТΤ",
    u: "υսц",
    v: "νѵ",
    w: "ԝѡω",
    x: "хχХΧ",
    y: "уүУΥ",
    z: "ᴢΖ",
    "-": "‐‑‒–—−",
  }).flatMap(([letter, alike]) => [...alike].map((character) => [character, letter] as const)),
);
