/** Numbers below 65,536 as two rows of bytes, all low ones and then all high ones: each resembles its neighbours, and the archive packs it better. */

/** Layout: u8 the low byte of each number; u8 the high byte of each. */
export function encodeSplitNumbers(numbers: readonly number[]): Uint8Array {
  return Uint8Array.from([
    ...numbers.map((number) => number & 0xff),
    ...numbers.map((number) => number >>> 8),
  ]);
}

/** @returns gives the number at a place, which must be within the list */
export function openSplitNumbers(section: Uint8Array): (place: number) => number {
  const high = section.subarray(section.length / 2);
  return (place) => section[place]! + (high[place]! << 8);
}
