/** Where a trusted package stands in the text of a settings file, good enough to put the cursor there. */

/** The key with its quotes, as UTF-16 offsets; an empty range at the start of the list, or else of the text. */
export function locateEntry(text: string, name: string): { readonly start: number; readonly end: number } {
  const list = Math.max(0, text.search(/"(?:namesake\.)?trustedPackages"\s*:/));
  const key = JSON.stringify(name);
  const start = text.indexOf(key, list);
  return start < 0 ? { start: list, end: list } : { start, end: start + key.length };
}
