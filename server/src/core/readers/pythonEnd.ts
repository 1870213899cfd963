/**
 * The last place in Python source where anything can begin that the reader reports. Most files import at their top, and
 * what lies behind need not be walked through; to look for a few characters is many times faster.
 */

import { mayIgnore } from "./ignoreComments.ts";
import { commandInComment } from "./notebookMagics.ts";

/** The offset of that place, or of one behind it; -1 where there is none. */
export function lastPlaceOfInterest(text: string): number {
  const lastImport = text.lastIndexOf("import");
  return Math.max(
    lastImport,
    lastWhere(
      text,
      "#",
      lastImport,
      (offset) => mayIgnore(text, offset) || commandInComment(text, offset) !== null,
    ),
    ...["from", "!", "%"].map((beginning) =>
      lastWhere(text, beginning, lastImport, (offset) => beginsStatement(text, offset)),
    ),
  );
}

/** The last place of a text behind an offset where a condition holds, or -1. */
function lastWhere(text: string, wanted: string, behind: number, holds: (offset: number) => boolean): number {
  let last = -1;
  for (let found = text.indexOf(wanted, behind + 1); found >= 0; found = text.indexOf(wanted, found + 1)) {
    if (holds(found)) last = found;
  }
  return last;
}

/** Whether there are but spaces between the place and a line's start, a colon or a semicolon. */
function beginsStatement(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && " \t\f".includes(text[before]!)) before--;
  return before < 0 || "\r\n;:\ufeff".includes(text[before]!);
}
