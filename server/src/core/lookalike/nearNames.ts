/**
 * Every name of a list within one or two edits of a written one: exact, and found in microseconds.
 *
 * A word of thirty bits says which letters a name has. An edit changes it by so little that a comparison of bits dismisses nearly all
 * names before a distance is computed. Names of one length lie on shelves by the upper six bits, so that most names are
 * dismissed a shelf at a time.
 */

import { numbersIn, toBytes } from "../knowledge/sections.ts";
import { editDistance } from "./editDistance.ts";

export type EditLimit = 1 | 2;

export interface NearName {
  /** The number that the name was written with. */
  readonly place: number;
  /** Optimal string alignment distance; 0 where the written name is itself in the list. */
  readonly distance: number;
}

export interface NearNames {
  /** All names within the limit, in no particular order. Takes any text. */
  find(written: string, limit: EditLimit): NearName[];
}

/**
 * Layout, little-endian: u32 how many names; u32 the length of the longest; u32 how many shelves; u32 the letters of each name; u16
 * its place; u16 the first shelf of each length, and u16 the first name of each shelf, both with an end after the last; u8 the
 * upper bits of each shelf.
 */
export function encodeNearNames(names: readonly (readonly [place: number, name: string])[]): Uint8Array {
  const sorted = names
    .map(([place, name]) => ({ place, length: name.length, letters: lettersOf(name) }))
    .sort((a, b) => a.length - b.length || (a.letters >>> 24) - (b.letters >>> 24) || a.place - b.place);
  const shelves: { readonly length: number; readonly upper: number; readonly start: number }[] = [];
  for (const [start, { length, letters }] of sorted.entries()) {
    const shelf = shelves.at(-1);
    const upper = letters >>> 24;
    if (shelf?.length !== length || shelf.upper !== upper) shelves.push({ length, upper, start });
  }
  const longest = sorted.at(-1)?.length ?? 0;
  const firstShelves = Array.from(
    { length: longest + 2 },
    (_, length) => shelves.filter((shelf) => shelf.length < length).length,
  );
  return toBytes(
    Uint32Array.of(sorted.length, longest, shelves.length),
    Uint32Array.from(sorted, ({ letters }) => letters),
    Uint16Array.from(sorted, ({ place }) => place),
    Uint16Array.from(firstShelves),
    Uint16Array.from([...shelves.map(({ start }) => start), sorted.length]),
    Uint8Array.from(shelves, ({ upper }) => upper),
  );
}

/** @param nameAt gives the name that was written with the place */
export function openNearNames(section: Uint8Array, nameAt: (place: number) => string): NearNames {
  const [size, longest, shelfCount] = numbersIn(Uint32Array, section, 0, 3) as unknown as Head;
  const letters = numbersIn(Uint32Array, section, 12, size);
  const places = numbersIn(Uint16Array, section, 12 + 4 * size, size);
  const firstShelves = numbersIn(Uint16Array, section, 12 + 6 * size, longest + 2);
  const shelfOffset = 12 + 6 * size + firstShelves.byteLength;
  const starts = numbersIn(Uint16Array, section, shelfOffset, shelfCount + 1);
  const upper = section.subarray(shelfOffset + starts.byteLength);

  function find(written: string, limit: EditLimit): NearName[] {
    const found: NearName[] = [];
    const own = lettersOf(written);
    const ownUpper = own & upperMask;
    const from = Math.max(0, written.length - limit);
    const to = Math.min(longest, written.length + limit);
    for (let length = from; length <= to; length += 1) {
      const difference = length - written.length;
      // With k edits and d letters more, at most k letters are added and k − d removed.
      const added = difference < 0 ? limit + difference : limit;
      const removed = difference > 0 ? limit - difference : limit;
      const lastShelf = firstShelves[length + 1]!;
      for (let shelf = firstShelves[length]!; shelf < lastShelf; shelf += 1) {
        const above = upper[shelf]! << 24;
        if (clearBits(above & ~own, added) | clearBits(ownUpper & ~above, removed)) continue;
        const end = starts[shelf + 1]!;
        for (let index = starts[shelf]!; index < end; index += 1) {
          const there = letters[index]!;
          // Of all letters at most four may differ: asked first, since that dismisses most names in half the steps.
          let differing = there ^ own;
          differing &= differing - 1;
          differing &= differing - 1;
          differing &= differing - 1;
          if (differing & (differing - 1)) continue;
          if (clearBits(there & ~own, added) | clearBits(own & ~there, removed)) continue;
          const place = places[index]!;
          const distance = editDistance(written, nameAt(place), limit);
          if (distance <= limit) found.push({ place, distance });
        }
      }
    }
    return found;
  }

  return { find };
}

type Head = readonly [size: number, longest: number, shelfCount: number];

/**
 * The letters that have a bit of their own, from the uppermost on: first those that half of all names have, which tell most.
 * Digits and whatever else a text may hold share the three bits that are left, which costs selectivity, never exactness.
 */
const ownBits = "pnrilcs-otadmeyugbhfkvwxjzq";
const wordLength = 30;
const sharedBits = wordLength - ownBits.length;
/** The bits that a shelf has in common: six, which measured fastest. More are more shelves to look at, fewer are longer ones. */
const upperMask = -1 << 24;
const bitOf = Uint32Array.from({ length: 0x80 }, (_, code) => {
  const place = ownBits.indexOf(String.fromCharCode(code));
  return 1 << (place < 0 ? code % sharedBits : wordLength - 1 - place);
});

function lettersOf(name: string): number {
  let letters = 0;
  for (let index = 0; index < name.length; index += 1) letters |= bitOf[name.charCodeAt(index) & 0x7f]!;
  return letters;
}

/** The word without its lowest bits, as many as the count, at most two: what is left is too many. Cheaper than to count them. */
function clearBits(word: number, count: number): number {
  let left = word;
  if (count > 0) left &= left - 1;
  if (count > 1) left &= left - 1;
  return left;
}
