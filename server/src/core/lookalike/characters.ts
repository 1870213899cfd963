/** Characters that look like others: ASCII letters and digits, pairs that read as one letter, and letters of other scripts. */

/** Single ASCII characters that are taken for one another, in lower case as PyPI writes names. */
const alikePairs = new Set(
  ["0o", "1l", "1i", "il", "5s", "2z", "8b", "6b", "9g", "9q", "gq", "uv", "3e", "4a"].flatMap((pair) => [
    pair,
    pair[1]! + pair[0]!,
  ]),
);

/** Two letters that read as one. */
export const alikeDigraphs: readonly (readonly [string, string])[] = [
  ["rn", "m"],
  ["vv", "w"],
  ["cl", "d"],
  ["nn", "m"],
  ["ii", "u"],
];

export function areLookalikeLetters(a: string, b: string): boolean {
  return alikePairs.has(a + b);
}
