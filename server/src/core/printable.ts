/** Text of strangers where people see it: names, paths and reasons come from files that anybody may have written. */

/** Control and formatting characters (bidirectional ones among them), other line ends, and halves of character pairs. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** The text with a sign in place of each character that a terminal, a log or a page could obey rather than show. */
export function printable(text: string): string {
  return text.replace(hidden, "�");
}

/** In UTF-16 units. No name on PyPI comes near it. */
const longestToRead = 300;

/** The same at a length that people read, for a place within a sentence. */
export function readable(text: string): string {
  return printable(text.length > longestToRead ? `${text.slice(0, longestToRead)}…` : text);
}

/** The same for several lines of our own. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** The value as JSON that shows itself harmlessly: such characters within strings as escapes, which say the same. */
export function printableJson(value: unknown, indent = 0): string {
  const json = JSON.stringify(value, null, indent);
  return json.replace(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u007f-\u009f]/gu, escapeUnits);
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
