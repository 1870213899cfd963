/**
 * Every name of a list within one or two edits of a written one: exact, and found in microseconds.
 *
 * Names lie by length, each with two signatures of 32 bits: which letters it has, and which it has an odd number of times. An
 * edit changes both by so little that a comparison of bits dismisses nearly all names before a distance is computed.
 */

import { encodeGaps, openGaps } from "../knowledge/gaps.ts";
import { numbersIn, toBytes } from "../knowledge/sections.ts";
import { editDistance } from "./editDistance.ts";

export type EditLimit = 1 | 2;

export interface NearName {
  readonly rank: number;
  /** Optimal string alignment distance; 0 where the written name is itself in the list. */
  readonly distance: number;
}

export interface NearNames {
  /** All names within the limit, in no particular order. Takes any text. */
  find(written: string, limit: EditLimit): NearName[];
}

/**
 * Layout, little-endian: u32 the length of the longest name; u32 starts, where the names of each length begin, with an end after
 * the last; u32 which letters each name has; u32 which of them it has an even number of times, few; the ranks, as {@link encodeGaps}.
 */
export function encodeNearNames(names: readonly (readonly [rank: number, name: string])[]): Uint8Array {
  const sorted = names.toSorted(([a, left], [b, right]) => left.length - right.length || a - b);
  const longest = sorted.at(-1)?.[1].length ?? 0;
  const starts = Uint32Array.from({ length: longest + 2 }, (_, length) =>
    sorted.reduce((count, [, name]) => count + (name.length < length ? 1 : 0), 0),
  );
  const ranks = encodeGaps(sorted.map(([rank]) => rank));
  return toBytes(
    Uint32Array.of(longest),
    starts,
    Uint32Array.from(sorted, ([, name]) => signature(name).present),
    Uint32Array.from(sorted, ([, name]) => signature(name).even),
    ranks,
  );
}

/** @param nameOf gives the name that was written for the rank */
export function openNearNames(section: Uint8Array, nameOf: (rank: number) => string): NearNames {
  const longest = numbersIn(Uint32Array, section, 0, 1)[0]!;
  const starts = numbersIn(Uint32Array, section, 4, longest + 2);
  const size = starts[longest + 1]!;
  const present = numbersIn(Uint32Array, section, 4 + starts.byteLength, size);
  const even = numbersIn(Uint32Array, section, 4 + starts.byteLength + 4 * size, size);
  const ranks = openGaps(section.subarray(4 + starts.byteLength + 8 * size));

  function find(written: string, limit: EditLimit): NearName[] {
    const found: NearName[] = [];
    const own = signature(written);
    const ownOdd = own.present ^ own.even;
    const from = Math.max(0, written.length - limit);
    const to = Math.min(longest, written.length + limit);
    for (let length = from; length <= to; length += 1) {
      const difference = length - written.length;
      // With k edits and d letters more, at most k letters are added, k − d removed, and 2k − d change their parity.
      const added = difference < 0 ? limit + difference : limit;
      const removed = difference > 0 ? limit - difference : limit;
      const turned = 2 * limit - Math.abs(difference);
      const end = starts[length + 1]!;
      for (let index = starts[length]!; index < end; index += 1) {
        const there = present[index]!;
        if (countBits(there ^ even[index]! ^ ownOdd) > turned) continue;
        if (countBits(there & ~own.present) > added || countBits(own.present & ~there) > removed) continue;
        const rank = ranks.at(index);
        const distance = editDistance(written, nameOf(rank), limit);
        if (distance <= limit) found.push({ rank, distance });
      }
    }
    return found;
  }

  return { find };
}

/** One bit a letter; the ten digits and the hyphen share the six bits that are left. Sharing costs selectivity, never exactness. */
function signature(name: string): { present: number; even: number } {
  let present = 0;
  let odd = 0;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    const bit = 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
    present |= bit;
    odd ^= bit;
  }
  return { present, even: present ^ odd };
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
