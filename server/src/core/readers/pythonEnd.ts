/**
 * The last place in Python source where anything can begin that the reader reports. Most files import at their top, and
 * what lies behind need not be walked through; to look for a few characters is many times faster.
 */

import { mayIgnore } from "./ignoreComments.ts";
import { commandInComment } from "./notebookMagics.ts";

export interface Interest {
  /** The offset of that place, or of one behind it; -1 where there is none. */
  readonly lastPlace: number;
  /** Whether the text has the name of a function that imports: `import_module`, `__import__`. */
  readonly hasFunction: boolean;
}

export function placesOfInterest(text: string): Interest {
  let hasFunction = false;
  // In prose and strings there is many an `import`; that of a function stands within a line.
  let last = lastWhere(text, "import", -1, (_, offset) => {
    const isFunction = text.charCodeAt(offset + "import".length) === UNDERSCORE;
    hasFunction ||= isFunction;
    return isFunction || beginsStatement(text, offset);
  });
  for (const beginning of ["from", "!", "%"]) last = lastWhere(text, beginning, last, beginsStatement);
  last = lastWhere(text, "pip", last, mayBeCommand);
  return { lastPlace: lastWhere(text, "#", last, isCommentOfInterest), hasFunction };
}

/** The last place of a text behind an offset where a condition holds, or that offset. */
function lastWhere(
  text: string,
  wanted: string,
  behind: number,
  holds: (text: string, offset: number) => boolean,
): number {
  let last = behind;
  for (let found = text.indexOf(wanted, behind + 1); found >= 0; found = text.indexOf(wanted, found + 1)) {
    if (holds(text, found)) last = found;
  }
  return last;
}

const TAB = 9;
const LF = 10;
const FORM_FEED = 12;
const CR = 13;
const SPACE = 32;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const COLON = 58;
const SEMICOLON = 59;
const UNDERSCORE = 95;
const BYTE_ORDER_MARK = 0xfeff;

/** Whether there are but spaces between the place and a line's start, a colon or a semicolon. */
function beginsStatement(text: string, offset: number): boolean {
  for (let before = offset - 1; before >= 0; before--) {
    const code = text.charCodeAt(before);
    if (code === SPACE || code === TAB || code === FORM_FEED) continue;
    return code === LF || code === CR || code === COLON || code === SEMICOLON || code === BYTE_ORDER_MARK;
  }
  return true;
}

/** `pip install`, `system pip3 install`: a whole word or one with a version behind it. */
function mayBeCommand(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset + "pip".length);
  return code === SPACE || code === TAB || (code >= DIGIT_0 && code <= DIGIT_9);
}

function isCommentOfInterest(text: string, offset: number): boolean {
  return mayIgnore(text, offset) || commandInComment(text, offset) !== null;
}
