/** A sorted list of distinct strings that is searched in place, in the bytes of the pack, without making objects. */

/**
 * Layout, all little-endian and 4-byte aligned: u32 count; u32 offsets[count + 1] into the character area;
 * then one byte a character. Strings are Latin-1 and sorted by character code.
 */
export interface StringTable {
  readonly size: number;
  /** The string at a place in sorted order. The place must be within 0 … size − 1. */
  at(index: number): string;
  /** Every string in sorted order: sooner had than one by one. */
  all(): string[];
  /** The place of the string, or −1. Any text may be asked for. */
  indexOf(text: string): number;
}

export function encodeStringTable(sorted: readonly string[]): Uint8Array {
  let length = 0;
  for (const text of sorted) length += text.length;
  const head = 4 * (sorted.length + 2);
  const bytes = new Uint8Array(head + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, sorted.length, true);
  let offset = 0;
  let previous: string | undefined;
  for (const [index, text] of sorted.entries()) {
    if (previous !== undefined && previous >= text) {
      throw new RangeError(`"${text}" does not sort after "${previous}"`);
    }
    previous = text;
    view.setUint32(4 + 4 * index, offset, true);
    for (let position = 0; position < text.length; position += 1) {
      const code = text.charCodeAt(position);
      if (code > 0xff) throw new RangeError(`"${text}" holds a character beyond Latin-1`);
      bytes[head + offset + position] = code;
    }
    offset += text.length;
  }
  view.setUint32(4 + 4 * sorted.length, offset, true);
  return bytes;
}

/** Reads a table in place. The section must start at a multiple of four bytes, as the pack lays it out. */
export function openStringTable(section: Uint8Array): StringTable {
  const size = new Uint32Array(section.buffer, section.byteOffset, 1)[0] ?? 0;
  const offsets = new Uint32Array(section.buffer, section.byteOffset + 4, size + 1);
  const characters = section.subarray(4 * (size + 2));

  /** Negative where the stored string sorts before the text, 0 where they are equal. */
  function compare(index: number, text: string): number {
    const start = offsets[index]!;
    const length = offsets[index + 1]! - start;
    const shared = Math.min(length, text.length);
    for (let position = 0; position < shared; position += 1) {
      const difference = characters[start + position]! - text.charCodeAt(position);
      if (difference !== 0) return difference;
    }
    return length - text.length;
  }

  return {
    size,
    all() {
      const text = decodeLatin1(characters.subarray(0, offsets[size]!));
      return Array.from({ length: size }, (_, index) => text.slice(offsets[index]!, offsets[index + 1]!));
    },
    at: (index) => String.fromCharCode(...characters.subarray(offsets[index]!, offsets[index + 1]!)),
    indexOf(text) {
      let low = 0;
      let high = size - 1;
      while (low <= high) {
        const middle = (low + high) >>> 1;
        const order = compare(middle, text);
        if (order === 0) return middle;
        if (order < 0) low = middle + 1;
        else high = middle - 1;
      }
      return -1;
    },
  };
}

function decodeLatin1(bytes: Uint8Array): string {
  // A call takes only so many arguments.
  const chunk = 8_192;
  let text = "";
  for (let start = 0; start < bytes.length; start += chunk) {
    text += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return text;
}
