/** What people type in a random session: texts of the formats that are read, edits of them, and places to type them. */

import fc from "fast-check";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver-protocol";

/** Names and syntax that make findings come and go, and characters that are easily miscounted. */
const fragments = [
  ...[
    "reqeusts",
    "requests",
    "flask",
    "numpyy",
    "skleran",
    "jeIlyfish",
    "cv2",
    "json",
    "acme-core",
    "beautifulsop4",
  ],
  ...[
    "import ",
    "from ",
    "pip install ",
    "==1.0",
    " # namesake: ignore",
    "-r base.txt",
    "--extra-index-url https://a.example/",
  ],
  ...[
    "[project]",
    'dependencies = ["reqeusts"]',
    "[[package]]",
    'name = "reqeusts"',
    "```sh",
    '"',
    "'",
    "{",
    "]",
  ],
  ..."\n\n\n\n\n\n\t ,=:#",
  ...["\r\n", "\r", "    ", "😀", "\ud83d", "\ude00", "é", "\u2028", "\ufeff", "\0"],
];

export const anyText = fc
  .array(fc.constantFrom(...fragments), { maxLength: 40 })
  .map((parts) => parts.join(""));

/** Also beyond the end of a line and of the text, and between the halves of a surrogate pair. */
const anyPosition = fc.record({
  line: fc.oneof({ weight: 9, arbitrary: fc.nat(12) }, { weight: 1, arbitrary: fc.constant(2 ** 31 - 1) }),
  character: fc.oneof(
    { weight: 9, arbitrary: fc.nat(30) },
    { weight: 1, arbitrary: fc.constant(2 ** 31 - 1) },
  ),
});

const anyShortText = fc.array(fc.constantFrom(...fragments), { maxLength: 4 }).map((parts) => parts.join(""));

/** Of one notification: each counts from the text that the one before it left. */
export const anyChanges: fc.Arbitrary<TextDocumentContentChangeEvent[]> = fc.array(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        range: fc.record({ start: anyPosition, end: anyPosition }),
        text: anyShortText,
      }),
    },
    { weight: 1, arbitrary: fc.record({ text: anyText }) },
  ),
  { minLength: 1, maxLength: 5 },
);

/** The text after the changes, by the letter of the specification: lines are cut anew for each position. */
export function applyChanges(text: string, changes: readonly TextDocumentContentChangeEvent[]): string {
  return changes.reduce((before, change) => {
    if (!("range" in change)) return change.text;
    const ends = [offsetAt(before, change.range.start), offsetAt(before, change.range.end)];
    return before.slice(0, Math.min(...ends)) + change.text + before.slice(Math.max(...ends));
  }, text);
}

function offsetAt(text: string, { line, character }: { line: number; character: number }): number {
  const endings = [...text.matchAll(/\r\n|\r|\n/g)];
  if (line > endings.length) return text.length;
  const before = endings[line - 1];
  const start = before ? before.index + before[0].length : 0;
  return Math.min(start + character, endings[line]?.index ?? text.length);
}
