/** Where a trusted package stands in the text of a policy file, good enough to put the cursor there. */

/** The key with its quotes, as UTF-16 offsets; an empty range at the start of the list, or else of the text. */
export function locateEntry(text: string, name: string): { readonly start: number; readonly end: number } {
  const list = startOfList(text);
  for (const key of keysOf(name)) {
    const found = text.slice(list).search(key);
    if (found >= 0)
      return { start: list + found, end: list + found + text.slice(list + found).match(key)![0].length };
  }
  return { start: list, end: list };
}

/** Of the text where there is none. */
function startOfList(text: string): number {
  const inJson = text.search(/"(?:namesake\.)?trustedPackages"\s*:/);
  return Math.max(0, inJson >= 0 ? inJson : text.search(/^\[tool\.namesake\b/m));
}

/** In JSON a key has quotes; in TOML it can do without, as a key of its own or the last part of a table's. */
function keysOf(name: string): RegExp[] {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return [new RegExp(`(["'])${escaped}\\1`), new RegExp(`(?<=^|[.{,\\s])${escaped}(?=\\s*[=\\].])`, "m")];
}
