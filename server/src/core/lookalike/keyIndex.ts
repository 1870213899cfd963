/**
 * Finds names by a key that is made from them, such as their letters without hyphens. The keys themselves are not kept, and
 * buckets do not tell anagrams apart, so that one index serves all keys that hold the same letters in another order.
 */

import { numbersIn, toBytes } from "../knowledge/sections.ts";

export interface KeyIndex {
  /** The numbers of the names that have the key, in rising order. Any text may be asked for. */
  find(key: string): number[];
}

/** Names by a number of 16 bits, with the key of each. */
export type PlacedKey = readonly [place: number, key: string];

/** So many buckets share one written start; that of each is found by adding the counts before it. */
const groupSize = 16;

/**
 * Layout, little-endian: u32 buckets, a power of two; u16 starts[buckets / 16], where the places of each sixteen buckets begin;
 * u8 counts[buckets], how many each bucket has; then u16 places by bucket.
 */
export function encodeKeyIndex(keys: readonly PlacedKey[]): Uint8Array {
  const bucketCount = Math.max(groupSize, 2 ** Math.ceil(Math.log2(keys.length)));
  const buckets: number[][] = Array.from({ length: bucketCount }, () => []);
  for (const [place, key] of keys) buckets[bucketOf(key, bucketCount)]!.push(place);
  const starts = new Uint16Array(bucketCount / groupSize);
  const places: number[] = [];
  for (const [bucket, found] of buckets.entries()) {
    if (found.length > 0xff) throw new RangeError(`${found.length} names fall into one bucket`);
    if (bucket % groupSize === 0) starts[bucket / groupSize] = places.length;
    places.push(...found.sort((a, b) => a - b));
  }
  const counts = Uint8Array.from(buckets, (found) => found.length);
  return toBytes(Uint32Array.of(bucketCount), starts, counts, Uint16Array.from(places));
}

/**
 * @param keyAt makes keys of the letters that the index was made with, in whatever order and with whatever spaces: what falls
 * into the same bucket by chance is dismissed by it
 */
export function openKeyIndex(section: Uint8Array, keyAt: (place: number) => string): KeyIndex {
  const bucketCount = numbersIn(Uint32Array, section, 0, 1)[0]!;
  const starts = numbersIn(Uint16Array, section, 4, bucketCount / groupSize);
  const countsOffset = 4 + starts.byteLength;
  const counts = section.subarray(countsOffset, countsOffset + bucketCount);
  const places = numbersIn(Uint16Array, section, countsOffset + bucketCount);
  return {
    find(key) {
      const bucket = bucketOf(key, bucketCount);
      const group = Math.floor(bucket / groupSize);
      let index = starts[group]!;
      for (let before = group * groupSize; before < bucket; before += 1) index += counts[before]!;
      const found: number[] = [];
      const end = index + counts[bucket]!;
      for (; index < end; index += 1) {
        const place = places[index]!;
        if (keyAt(place) === key) found.push(place);
      }
      return found;
    },
  };
}

/** The sum of the letters, each stirred; spaces do not count. */
function bucketOf(key: string, bucketCount: number): number {
  let sum = 0;
  for (let index = 0; index < key.length; index += 1) {
    const code = key.charCodeAt(index);
    if (code === space) continue;
    const stirred = Math.imul(code, 0x9e3779b1);
    sum += Math.imul(stirred ^ (stirred >>> 15), 0x85ebca6b) >>> 12;
  }
  return sum & (bucketCount - 1);
}

const space = 0x20;
