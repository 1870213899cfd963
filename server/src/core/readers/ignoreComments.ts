/** The comment that silences a line: `# namesake: ignore`, for some codes `# namesake: ignore[typosquat, import-name]`. */

import { skipAt } from "./characters.ts";

const IGNORE = /#[ \t]*namesake:[ \t]*ignore(?:\[([^\]#]*)\]|(?![\w[-]))/i;
const BEGINNING = /#[ \t]*namesake:/iy;

/** Whether an ignore comment may begin with the `#` at the offset; false for nearly every other comment. */
export function mayIgnore(text: string, offset: number): boolean {
  return skipAt(BEGINNING, text, offset) > offset;
}

/**
 * The codes that a comment silences; empty means every code, null means that it silences nothing.
 * Takes the comment from its `#` on; other comments may stand beside it (`# noqa  # namesake: ignore`).
 * Brackets without a code name nothing yet: a half-typed comment does not silence the whole line.
 */
export function readIgnoreComment(comment: string): readonly string[] | null {
  const match = IGNORE.exec(comment);
  if (match === null) return null;
  const list = match[1];
  if (list === undefined) return [];
  const codes = list.split(",").flatMap((code) => code.trim() || []);
  return codes.length > 0 ? codes : null;
}
