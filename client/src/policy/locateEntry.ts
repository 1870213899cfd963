/** Where a trusted package stands in the text of a policy file, good enough to put the cursor there. */

/**
 * A comment, or a word that is a key where a mark follows it. In JSON a key has quotes; in TOML it can do without, as a
 * key of its own or the last part of a table's. The name that is looked for is no part of the pattern: it is a stranger's.
 * A quote may stay open, so that no place of it is tried twice.
 */
const commentOrWord =
  /\/\/.*|#.*|\/\*[\s\S]*?(?:\*\/|$)|(?<word>"[^"\\\n]*(?:\\.[^"\\\n]*)*"?|'[^'\n]*'?|[\w-]+)(?<mark>\s*[:=\].])?/g;

/** The key with its quotes, as UTF-16 offsets; an empty range at the start of the list, or else of the text. */
export function locateEntry(text: string, name: string): { readonly start: number; readonly end: number } {
  const list = locateList(text);
  for (const { index, groups } of text.slice(list.end).matchAll(commentOrWord)) {
    const { word, mark } = groups!;
    if (word && mark && (word === name || word === `"${name}"` || word === `'${name}'`))
      return { start: list.end + index, end: list.end + index + word.length };
  }
  return { start: list.start, end: list.start };
}

/** What opens it; nothing, at the start of the text, where there is none. */
function locateList(text: string): { readonly start: number; readonly end: number } {
  const opening = /"(?:namesake\.)?trustedPackages"\s*:/.exec(text) ?? /^\[tool\.namesake\b/m.exec(text);
  return opening ? { start: opening.index, end: opening.index + opening[0].length } : { start: 0, end: 0 };
}
