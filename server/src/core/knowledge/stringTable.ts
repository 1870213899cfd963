/**
 * A sorted list of distinct strings that is searched in place, in the bytes of the pack.
 *
 * Strings lie in blocks of sixteen. The first of a block is written in full, each other as how much of its beginning it shares
 * with the one before, and the rest: half the size of the strings themselves, and nothing has to be made when a table is opened.
 */

import { numbersIn, toBytes } from "./sections.ts";

export interface StringTable {
  readonly size: number;
  /** The string at a place in sorted order. The place must be within 0 … size − 1. */
  at(place: number): string;
  /** The place of the string, or −1. Any text may be asked for. */
  indexOf(text: string): number;
  /** How many of the strings sort before the text: the place that it has or would have. */
  countBefore(text: string): number;
}

const blockSize = 16;
/** A byte from this one on starts a string: what is above it is how many characters are shared. Others are characters. */
const startMark = 0x80;
const mostShared = 0x7f;

/**
 * Layout, little-endian, to start at a multiple of four bytes: u32 count; u32 blockStarts[blocks]; then for each string a byte
 * with a start mark and the letters of its rest; and a last start mark. Strings are ASCII.
 */
export function encodeStringTable(sorted: readonly string[]): Uint8Array {
  const blockStarts = new Uint32Array(Math.ceil(sorted.length / blockSize));
  const bytes: number[] = [];
  let previous = "";
  for (const [place, text] of sorted.entries()) {
    if (place > 0 && previous >= text) throw new RangeError(`"${text}" does not sort after "${previous}"`);
    const startsBlock = place % blockSize === 0;
    if (startsBlock) blockStarts[place / blockSize] = bytes.length;
    const same = startsBlock ? 0 : Math.min(sharedLength(previous, text), mostShared);
    bytes.push(startMark + same);
    for (let index = same; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code >= startMark) throw new RangeError(`"${text}" holds a character beyond ASCII`);
      bytes.push(code);
    }
    previous = text;
  }
  return toBytes(Uint32Array.of(sorted.length), blockStarts, Uint8Array.from([...bytes, startMark]));
}

/** The section must start at a multiple of four bytes, as the pack lays it out. */
export function openStringTable(section: Uint8Array): StringTable {
  const size = numbersIn(Uint32Array, section, 0, 1)[0]!;
  const blockStarts = numbersIn(Uint32Array, section, 4, Math.ceil(size / blockSize));
  const bytes = section.subarray(4 + blockStarts.byteLength);

  /** Below zero where the first string of the block sorts before the text, 0 where it is the text. */
  function compareFirst(block: number, text: string): number {
    const start = blockStarts[block]! + 1;
    for (let index = 0; index < text.length; index += 1) {
      const code = bytes[start + index]!;
      if (code >= startMark) return -1;
      const difference = code - text.charCodeAt(index);
      if (difference !== 0) return difference;
    }
    return bytes[start + text.length]! >= startMark ? 0 : 1;
  }

  /** The place of the text, or where it is missing, the complement (`~`) of the place that it would have. */
  function search(text: string): number {
    let low = 0;
    let high = blockStarts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareFirst(middle, text);
      if (order === 0) return middle * blockSize;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? ~0 : searchBlock(low - 1, text);
  }

  /** The first string of the block sorts before the text. */
  function searchBlock(block: number, text: string): number {
    const end = Math.min(size, (block + 1) * blockSize);
    let at = blockStarts[block]!;
    // How much of the text's beginning the string before has; a string that shares more with it sorts before the text too.
    let matched = 0;
    for (let place = block * blockSize; place < end; place += 1) {
      const shared = bytes[at]! - startMark;
      at += 1;
      if (shared < matched) return ~place;
      if (shared === matched) {
        while (matched < text.length && bytes[at]! < startMark && bytes[at] === text.charCodeAt(matched)) {
          at += 1;
          matched += 1;
        }
        const next = bytes[at]!;
        if (matched === text.length) return next >= startMark ? place : ~place;
        if (next < startMark && next > text.charCodeAt(matched)) return ~place;
      }
      while (bytes[at]! < startMark) at += 1;
    }
    return ~end;
  }

  return {
    size,
    at(place) {
      const first = place - (place % blockSize);
      let at = blockStarts[first / blockSize]!;
      const codes: number[] = [];
      for (let index = first; index <= place; index += 1) {
        codes.length = bytes[at]! - startMark;
        for (at += 1; bytes[at]! < startMark; at += 1) codes.push(bytes[at]!);
      }
      return String.fromCharCode(...codes);
    },
    indexOf(text) {
      return Math.max(-1, search(text));
    },
    countBefore(text) {
      const place = search(text);
      return place < 0 ? ~place : place;
    },
  };
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
