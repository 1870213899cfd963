/** The comment that silences a line: `# namesake: ignore`, for some codes `# namesake: ignore[typosquat, import-name]`. */

const IGNORE = /#[ \t]*namesake:[ \t]*ignore(?:\[([^\]#]*)\]|(?![\w[-]))/i;

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
