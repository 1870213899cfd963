/**
 * The container of the facts that ship: named sections in one file, with a version and a checksum.
 *
 * Layout, little-endian: 8 bytes magic; u32 version; u32 total length; u32 checksum of all from byte 32; u32 section count;
 * eight bytes unused; then for each section 4 bytes name, u32 offset, u32 length; then the sections, each at a multiple of
 * four bytes, so that typed arrays can look into the file in place. The length is a multiple of 32.
 */

/** Raised by one whenever the meaning of a section changes; a reader refuses every other version. */
const packVersion = 5;

const magic = "NAMESAKE";
const headLength = 32;
const entryLength = 12;

/** Why a file cannot be used as a pack. Hosts say it in words (see messages.ts) and what to do. */
export type PackProblem =
  | { readonly kind: "not-a-pack" }
  | { readonly kind: "other-version"; readonly found: number; readonly expected: number }
  | { readonly kind: "truncated"; readonly length: number; readonly expected: number }
  | { readonly kind: "damaged" };

export type Sections = ReadonlyMap<string, Uint8Array>;

export function encodePack(sections: Sections): Uint8Array {
  const tableEnd = headLength + entryLength * sections.size;
  let length = align(tableEnd);
  for (const section of sections.values()) length += align(section.length);
  length = Math.ceil(length / checkedAtOnce) * checkedAtOnce;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  writeText(bytes, 0, magic);
  view.setUint32(8, packVersion, true);
  view.setUint32(12, length, true);
  view.setUint32(20, sections.size, true);
  let entry = headLength;
  let offset = align(tableEnd);
  for (const [name, section] of sections) {
    writeText(bytes, entry, name);
    view.setUint32(entry + 4, offset, true);
    view.setUint32(entry + 8, section.length, true);
    bytes.set(section, offset);
    entry += entryLength;
    offset += align(section.length);
  }
  view.setUint32(16, checksum(bytes), true);
  return bytes;
}

/** Takes any bytes. The sections are views into them, not copies. */
export function decodePack(file: Uint8Array): Sections | PackProblem {
  if (file.length < headLength || readText(file, 0, 8) !== magic) return { kind: "not-a-pack" };
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const version = view.getUint32(8, true);
  if (version !== packVersion) return { kind: "other-version", found: version, expected: packVersion };
  const length = view.getUint32(12, true);
  if (bytes.length !== length) return { kind: "truncated", length: bytes.length, expected: length };
  if (view.getUint32(16, true) !== checksum(bytes)) return { kind: "damaged" };
  const sections = new Map<string, Uint8Array>();
  const count = view.getUint32(20, true);
  for (let index = 0; index < count; index += 1) {
    const entry = headLength + entryLength * index;
    const offset = view.getUint32(entry + 4, true);
    sections.set(readText(bytes, entry, 4), bytes.subarray(offset, offset + view.getUint32(entry + 8, true)));
  }
  return sections;
}

/** The bytes of eight words, which the checksum takes at a time. */
const checkedAtOnce = 32;

/**
 * Fletcher's checksum over the exclusive or of eight 32-bit words, after the head: a guard against accidents. This is the one
 * loop over the whole file, run once and so mostly interpreted: signed words and bits cost it two thirds of what sums do,
 * because none of its numbers leaves the range that V8 holds without a heap object.
 */
function checksum(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  const end = words.length - 7;
  let mixed = 0;
  let sum = 0;
  for (let at = headLength >>> 2; at < end; at += 8) {
    mixed =
      mixed ^
      words[at]! ^
      words[at + 1]! ^
      words[at + 2]! ^
      words[at + 3]! ^
      words[at + 4]! ^
      words[at + 5]! ^
      words[at + 6]! ^
      words[at + 7]!;
    sum = (sum + mixed) | 0;
  }
  return (mixed ^ Math.imul(sum, 0x01000193)) >>> 0;
}

function align(length: number): number {
  return (length + 3) & ~3;
}

function writeText(bytes: Uint8Array, offset: number, text: string): void {
  for (let index = 0; index < text.length; index += 1) bytes[offset + index] = text.charCodeAt(index);
}

function readText(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}
