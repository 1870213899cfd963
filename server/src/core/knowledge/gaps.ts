/** A list of whole numbers that mostly rise by little, kept as the gaps between them: half the size in the archive. */

import { numbersIn, toBytes } from "./sections.ts";
import { encodeSplitNumbers, openSplitNumbers } from "./splitNumbers.ts";

export interface RisingNumbers {
  readonly size: number;
  /** The number at a place, which must be within the list. */
  at(place: number): number;
}

/** So many numbers share one that is written in full; what comes after it is added up when one is asked for. */
const groupSize = 16;

/**
 * Layout, little-endian, to start at a multiple of four bytes: u32 count; u16 the first number of each group; then the gaps,
 * modulo 65,536, as split numbers. Numbers are below 65,536.
 */
export function encodeGaps(numbers: readonly number[]): Uint8Array {
  const gaps = numbers.map((number, place) =>
    place % groupSize === 0 ? 0 : (number - numbers[place - 1]!) & 0xffff,
  );
  return toBytes(
    Uint32Array.of(numbers.length),
    Uint16Array.from(numbers.filter((_, place) => place % groupSize === 0)),
    encodeSplitNumbers(gaps),
  );
}

export function openGaps(section: Uint8Array): RisingNumbers {
  const size = numbersIn(Uint32Array, section, 0, 1)[0]!;
  const firsts = numbersIn(Uint16Array, section, 4, Math.ceil(size / groupSize));
  const gapsAt = 4 + firsts.byteLength;
  const gapAt = openSplitNumbers(section.subarray(gapsAt, gapsAt + 2 * size));
  return {
    size,
    at(place) {
      const group = Math.floor(place / groupSize);
      let number = firsts[group]!;
      for (let next = group * groupSize + 1; next <= place; next += 1) number += gapAt(next);
      return number & 0xffff;
    },
  };
}
