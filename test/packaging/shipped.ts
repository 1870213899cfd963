/** What is inside the packaged extension, and what is meant to be: the list `shipped.txt`, one path a line. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/machine/root.mjs";

export const list = join(root, "test", "packaging", "shipped.txt");

/** The paths of the committed list, sorted. Whoever ships another file adds it there. */
export function filesMeantToShip(): string[] {
  return readFileSync(join(root, "test", "packaging", "shipped.txt"), "utf8")
    .trim()
    .split(/\r?\n/);
}

/**
 * The paths of a zip archive's files, sorted, from the directory at its end (PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16).
 * @throws RangeError where it is none
 */
export function filesInArchive(path: string): string[] {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf("PK\x05\x06");
  const count = bytes.readUInt16LE(end + 10);
  const names: string[] = [];
  let entry = bytes.readUInt32LE(end + 16);
  for (let place = 0; place < count; place += 1) {
    const [name, extra, comment] = [28, 30, 32].map((at) => bytes.readUInt16LE(entry + at)) as [
      number,
      number,
      number,
    ];
    names.push(bytes.toString("utf8", entry + 46, entry + 46 + name));
    entry += 46 + name + extra + comment;
  }
  return names.sort();
}
