/** Patterns whose only wildcard is `*`. */

/**
 * Whether a text is the parts of a pattern, as `*` parts them, with anything between them. Takes the leftmost place for each
 * part, so that it is linear.
 */
export function isMadeOf(text: string, parts: readonly string[]): boolean {
  const first = parts[0]!;
  if (parts.length === 1) return text === first;
  const last = parts.at(-1)!;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return position <= text.length - last.length;
}
