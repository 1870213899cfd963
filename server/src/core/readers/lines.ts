/** Where lines begin and end, for formats in which LF, CR LF and CR alone end a line. */

/** The offset of the line that an offset lies in. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}
