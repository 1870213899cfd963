/** One line on a terminal that the next one takes the place of. */

import { eastAsianWidth } from "get-east-asian-width";

interface Terminal {
  /** In cells, each as wide as a Latin letter; Chinese, Japanese and Korean characters take two. */
  readonly columns: number;
  write(text: string): unknown;
}

/** An empty line ends the progress. */
export function showProgress(terminal: Terminal): (line: string) => void {
  // A line that went on in the next row could not be taken back. The last column stays free, where some terminals wrap early.
  return (line) => terminal.write(`\r\u001b[K${clip(line, terminal.columns - 1)}`);
}

/** As much of the text as fits. */
function clip(text: string, columns: number): string {
  let width = 0;
  let shown = "";
  for (const character of text) {
    width += eastAsianWidth(character.codePointAt(0)!);
    if (width > columns) break;
    shown += character;
  }
  return shown;
}
