/** What those who lay out facts in sections of the pack share: how sections are named, written and looked into. */

/** Sections by name, four characters each. */
export type Sections = [name: string, bytes: Uint8Array][];

/** Gives the bytes of a section, which start at a multiple of four bytes. */
export type Section = (name: string) => Uint8Array;

type Numbers = Uint16Array | Uint32Array | Int16Array;
type NumbersConstructor<Kind extends Numbers> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, offset: number, length: number): Kind;
};

/** A view of the section's bytes as little-endian numbers, from an offset in bytes; all that fit where no length is given. */
export function numbersIn<Kind extends Numbers>(
  kind: NumbersConstructor<Kind>,
  section: Uint8Array,
  offset = 0,
  length = Math.floor((section.length - offset) / kind.BYTES_PER_ELEMENT),
): Kind {
  return new kind(section.buffer, section.byteOffset + offset, length);
}

export function toBytes(...parts: readonly ArrayBufferView[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset);
    offset += part.byteLength;
  }
  return bytes;
}

/** The order of strings in tables: by character code. */
export function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
