/**
 * A set of names that answers "is this one in it" from twelve bits a name.
 *
 * It never says *absent* of a name that was put in, and *present* of one stranger in 2,048. It is a binary fuse filter (Graf
 * and Lemire, 2022): each name has a fingerprint of eleven bits and four slots, and the values of its slots, xored, are the
 * fingerprint. Exactness matters for malware and popular names, which are kept in full; here it would cost four times the size.
 */

const fingerprintBits = 11;
const fingerprintMask = (1 << fingerprintBits) - 1;
/** The four slots of a name lie in four neighbouring segments, so that nearly all slots can be used. */
const slotsPerName = 4;
const segmentBits = 11;
const segmentLength = 1 << segmentBits;
const headLength = 12;

export interface NameFilter {
  readonly size: number;
  has(name: string): boolean;
}

/**
 * Layout, little-endian: u32 how many names; u32 seed; u32 how many segments a name can begin in; then the slots, eleven bits
 * each, and two bytes more, so that three can be read at every slot.
 */
export function encodeNameFilter(names: Iterable<string>): Uint8Array {
  const distinct = [...new Set(names)];
  // Slots are a tenth more than names, and more each time that the names cannot be brought into an order.
  for (let seed = 0; ; seed += 1) {
    const segments = Math.max(1, Math.ceil((distinct.length * (1.09 + seed / 200)) / segmentLength) - 3);
    const places = distinct.map((name) => placeOf(name, seed, segments));
    const slots = assignSlots(places, (segments + slotsPerName - 1) * segmentLength);
    if (slots) return writeFilter(distinct.length, seed, segments, slots);
  }
}

/** Reads a filter in place. The section must start at a multiple of four bytes. */
export function openNameFilter(section: Uint8Array): NameFilter {
  const [size, seed, segments] = new Uint32Array(section.buffer, section.byteOffset, 3) as unknown as Head;
  return {
    size,
    has(name) {
      const { fingerprint, slots } = placeOf(name, seed, segments);
      return slots.reduce((xored, slot) => xored ^ slotAt(section, slot), fingerprint) === 0;
    },
  };
}

type Head = readonly [size: number, seed: number, segments: number];

interface Place {
  readonly fingerprint: number;
  readonly slots: readonly number[];
}

/**
 * A value for each slot, or null. A slot that only one name uses can be set last, whatever the others are; without that name,
 * other slots are left to one name, and so on until no name is left.
 */
function assignSlots(places: readonly Place[], slotCount: number): Uint16Array | null {
  const users = new Uint32Array(slotCount);
  /** The users of a slot by their index, xored: the index itself once there is only one. */
  const xoredUsers = new Uint32Array(slotCount);
  for (const [index, { slots }] of places.entries()) {
    for (const slot of slots) {
      users[slot]! += 1;
      xoredUsers[slot]! ^= index;
    }
  }
  const single = [...users.keys()].filter((slot) => users[slot] === 1);
  const order: { readonly place: Place; readonly slot: number }[] = [];
  while (single.length > 0) {
    const slot = single.pop()!;
    if (users[slot] !== 1) continue;
    const index = xoredUsers[slot]!;
    order.push({ place: places[index]!, slot });
    for (const other of places[index]!.slots) {
      users[other]! -= 1;
      xoredUsers[other]! ^= index;
      if (users[other] === 1) single.push(other);
    }
  }
  if (order.length < places.length) return null;
  const values = new Uint16Array(slotCount);
  for (const { place, slot } of order.reverse()) {
    values[slot] = place.slots.reduce((xored, other) => xored ^ values[other]!, place.fingerprint);
  }
  return values;
}

function writeFilter(size: number, seed: number, segments: number, slots: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(headLength + Math.ceil((slots.length * fingerprintBits) / 8) + 2);
  bytes.set(new Uint8Array(Uint32Array.of(size, seed, segments).buffer));
  for (const [slot, value] of slots.entries()) {
    const bit = slot * fingerprintBits;
    const byte = headLength + (bit >>> 3);
    const shifted = value << (bit & 7);
    bytes[byte]! |= shifted;
    bytes[byte + 1]! |= shifted >>> 8;
    bytes[byte + 2]! |= shifted >>> 16;
  }
  return bytes;
}

function slotAt(section: Uint8Array, slot: number): number {
  const bit = slot * fingerprintBits;
  const byte = headLength + (bit >>> 3);
  const word = section[byte]! | (section[byte + 1]! << 8) | (section[byte + 2]! << 16);
  return (word >>> (bit & 7)) & fingerprintMask;
}

/** Two independent 32-bit hashes in one pass: FNV-1a and a multiplicative one, each stirred so that all bits count. */
function placeOf(name: string, seed: number, segments: number): Place {
  let first = 0x811c9dc5 ^ seed;
  let second = 0x9747b28c + seed;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second + code, 0x5bd1e995);
    second ^= second >>> 15;
  }
  const [a, b, c] = [stir(first), stir(second), stir(first + Math.imul(second, 0x9e3779b1))];
  const start = Math.floor((a / 0x100000000) * segments);
  const offsets = [b, b >>> segmentBits, c, c >>> segmentBits];
  return {
    fingerprint: stir(a ^ Math.imul(b, 3) ^ Math.imul(c, 5)) & fingerprintMask,
    slots: offsets.map((offset, next) => ((start + next) << segmentBits) + (offset & (segmentLength - 1))),
  };
}

function stir(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
