/** Which keys lie side by side, so that a finger may slip from one to the other: QWERTY, QWERTZ and AZERTY. */

const layouts: readonly (readonly string[])[] = [
  ["1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm"],
  ["1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm-"],
  ["1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"],
];

const neighbours: ReadonlySet<string> = new Set(layouts.flatMap(pairsOf));

export function areNeighbourKeys(a: string, b: string): boolean {
  return neighbours.has(a + b);
}

/** Each row is shifted by about half a key: a key touches two of the row below, the one straight under it and the one before. */
function pairsOf(rows: readonly string[]): string[] {
  const pairs: string[] = [];
  for (const [line, row] of rows.entries()) {
    for (let place = 0; place < row.length; place += 1) {
      const key = row[place]!;
      for (const other of [row[place + 1], rows[line + 1]?.[place], rows[line + 1]?.[place - 1]]) {
        if (other !== undefined) pairs.push(key + other, other + key);
      }
    }
  }
  return pairs;
}
