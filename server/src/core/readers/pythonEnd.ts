/**
 * The last place in Python source where anything can begin that the reader reports. Most files import at their top, and
 * what lies behind need not be walked through; to look for a few characters is many times faster.
 */

import { mayIgnore } from "./ignoreComments.ts";
import { commandInComment } from "./notebookMagics.ts";

/** The offset of that place, or of one behind it; -1 where there is none. */
export function lastPlaceOfInterest(text: string): number {
  const beginsHere = (offset: number) => beginsStatement(text, offset);
  // In prose and strings there is many an `import`; that of `import_module` and `__import__` stands within a line.
  let last = lastWhere(text, "import", -1, (offset) => isPartOfFunction(text, offset) || beginsHere(offset));
  for (const beginning of ["from", "!", "%", "pip"]) last = lastWhere(text, beginning, last, beginsHere);
  return lastWhere(
    text,
    "#",
    last,
    (offset) => mayIgnore(text, offset) || commandInComment(text, offset) !== null,
  );
}

/** The last place of a text behind an offset where a condition holds, or that offset. */
function lastWhere(text: string, wanted: string, behind: number, holds: (offset: number) => boolean): number {
  let last = behind;
  for (let found = text.indexOf(wanted, behind + 1); found >= 0; found = text.indexOf(wanted, found + 1)) {
    if (holds(found)) last = found;
  }
  return last;
}

const UNDERSCORE = 95;

function isPartOfFunction(text: string, offset: number): boolean {
  return text.charCodeAt(offset + "import".length) === UNDERSCORE;
}

/** Whether there are but spaces between the place and a line's start, a colon or a semicolon. */
function beginsStatement(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && isSpace(text.charCodeAt(before))) before--;
  return before < 0 || BEGINNINGS.has(text.charCodeAt(before));
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}

const BEGINNINGS: ReadonlySet<number> = new Set(
  Array.from("\r\n;:\ufeff", (character) => character.charCodeAt(0)),
);
