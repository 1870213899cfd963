/**
 * Every name of a list within one or two edits of a written one: exact, and found in microseconds.
 *
 * Names lie in buckets by length, each with two signatures of 32 bits: which letters it has, and which it has an odd number of
 * times. An edit changes both by so little that a comparison of bits dismisses nearly all names before a distance is computed.
 */

import { editDistance } from "./editDistance.ts";

export type EditLimit = 1 | 2;

export interface NearName {
  /** The place of the name in the list that was indexed. */
  readonly place: number;
  /** Optimal string alignment distance; 0 where the written name is itself in the list. */
  readonly distance: number;
}

export interface NearNames {
  /** All names within the limit, in no particular order. Takes any text. */
  find(written: string, limit: EditLimit): NearName[];
}

export function indexNames(names: readonly string[]): NearNames {
  const starts = bucketStarts(names);
  const longest = starts.length - 2;
  const places = new Uint32Array(names.length);
  const present = new Uint32Array(names.length);
  const odd = new Uint32Array(names.length);
  const next = starts.slice();
  for (const [place, name] of names.entries()) {
    const index = next[name.length]!;
    next[name.length] = index + 1;
    const own = signature(name);
    places[index] = place;
    present[index] = own.present;
    odd[index] = own.odd;
  }

  function find(written: string, limit: EditLimit): NearName[] {
    const found: NearName[] = [];
    const own = signature(written);
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
        if (countBits(odd[index]! ^ own.odd) > turned) continue;
        const there = present[index]!;
        if (countBits(there & ~own.present) > added || countBits(own.present & ~there) > removed) continue;
        const place = places[index]!;
        const distance = editDistance(written, names[place]!, limit);
        if (distance <= limit) found.push({ place, distance });
      }
    }
    return found;
  }

  return { find };
}

/** For each length, where its bucket starts; one entry more than there are lengths, so that each bucket has an end. */
function bucketStarts(names: readonly string[]): Uint32Array {
  let longest = 0;
  for (const name of names) longest = Math.max(longest, name.length);
  const starts = new Uint32Array(longest + 2);
  for (const name of names) starts[name.length + 1]! += 1;
  for (let length = 1; length < starts.length; length += 1) starts[length]! += starts[length - 1]!;
  return starts;
}

/** One bit a letter; the ten digits and the hyphen share the six bits that are left. Sharing costs selectivity, never exactness. */
function signature(name: string): { present: number; odd: number } {
  let present = 0;
  let odd = 0;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    const bit = 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
    present |= bit;
    odd ^= bit;
  }
  return { present, odd };
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
