/**
 * A sorted list of distinct strings that is searched in place, in the bytes of the pack.
 *
 * Strings lie in blocks of sixteen. The first of a block is written in full, each other as how much of its beginning it shares
 * with the one before, and the rest: half the size of the strings themselves, and nothing has to be made when a table is opened.
 */

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
/** What a string may share with the one before, and how much longer it may be: what the fields of the layout hold. */
const mostShared = 0xff;
const longestRest = 0xffff;

/**
 * Layout, little-endian, to start at a multiple of four bytes: u32 count; u32 letterStarts[blocks]; u16 rest[count];
 * u8 shared[count]; then the letters of the rests. Strings are Latin-1.
 */
export function encodeStringTable(sorted: readonly string[]): Uint8Array {
  const letterStarts = new Uint32Array(Math.ceil(sorted.length / blockSize));
  const rest = new Uint16Array(sorted.length);
  const shared = new Uint8Array(sorted.length);
  const letters: number[] = [];
  let previous = "";
  for (const [place, text] of sorted.entries()) {
    if (place > 0 && previous >= text) throw new RangeError(`"${text}" does not sort after "${previous}"`);
    const startsBlock = place % blockSize === 0;
    if (startsBlock) letterStarts[place / blockSize] = letters.length;
    const same = startsBlock ? 0 : Math.min(sharedLength(previous, text), mostShared);
    if (text.length - same > longestRest) throw new RangeError(`${text.length} characters are too many`);
    shared[place] = same;
    rest[place] = text.length - same;
    for (let index = same; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code > 0xff) throw new RangeError(`"${text}" holds a character beyond Latin-1`);
      letters.push(code);
    }
    previous = text;
  }
  const bytes = new Uint8Array(4 + letterStarts.byteLength + 3 * sorted.length + letters.length);
  new DataView(bytes.buffer).setUint32(0, sorted.length, true);
  let offset = 4;
  for (const part of [letterStarts, rest, shared, Uint8Array.from(letters)]) {
    bytes.set(new Uint8Array(part.buffer), offset);
    offset += part.byteLength;
  }
  return bytes;
}

/** The section must start at a multiple of four bytes, as the pack lays it out. */
export function openStringTable(section: Uint8Array): StringTable {
  const { buffer, byteOffset } = section;
  const size = new Uint32Array(buffer, byteOffset, 1)[0] ?? 0;
  const letterStarts = new Uint32Array(buffer, byteOffset + 4, Math.ceil(size / blockSize));
  const restOffset = 4 + letterStarts.byteLength;
  const rest = new Uint16Array(buffer, byteOffset + restOffset, size);
  const shared = section.subarray(restOffset + 2 * size);
  const letters = section.subarray(restOffset + 3 * size);

  /** Below zero where the first string of the block sorts before the text, 0 where it is the text. */
  function compareFirst(block: number, text: string): number {
    const start = letterStarts[block]!;
    const length = rest[block * blockSize]!;
    const both = Math.min(length, text.length);
    for (let index = 0; index < both; index += 1) {
      const difference = letters[start + index]! - text.charCodeAt(index);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }

  /** The place of the text, or where it is missing, the complement (`~`) of the place that it would have. */
  function search(text: string): number {
    let low = 0;
    let high = letterStarts.length;
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
    let letter = letterStarts[block]!;
    // How much of the text's beginning the string before has; a string that shares more with it sorts before the text too.
    let matched = 0;
    for (let place = block * blockSize; place < end; place += 1) {
      const from = shared[place]!;
      const length = from + rest[place]!;
      if (from < matched) return ~place;
      if (from === matched) {
        const offset = letter - from;
        while (
          matched < length &&
          matched < text.length &&
          letters[offset + matched] === text.charCodeAt(matched)
        )
          matched += 1;
        if (matched === text.length) return matched === length ? place : ~place;
        if (matched < length && letters[offset + matched]! > text.charCodeAt(matched)) return ~place;
      }
      letter += length - from;
    }
    return ~end;
  }

  return {
    size,
    at(place) {
      const first = place - (place % blockSize);
      let letter = letterStarts[first / blockSize]!;
      const codes: number[] = [];
      for (let index = first; index <= place; index += 1) {
        const end = letter + rest[index]!;
        let to = shared[index]!;
        for (; letter < end; letter += 1, to += 1) codes[to] = letters[letter]!;
        codes.length = to;
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
