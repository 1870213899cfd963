/**
 * A set of names that answers "is this one in it" from two bytes a name.
 *
 * It never says *absent* of a name that was put in. It says *present* of about one stranger in 16,000: each name hashes to
 * one of 65,536 buckets and to a 16-bit fingerprint that is compared with those in the bucket (four on average).
 * Exactness matters for malware and popular names, which are kept in full; here it would cost four times the size.
 */

const bucketCount = 65_536;
/** So many buckets share one written start; that of each is found by adding the counts before it. */
const groupSize = 16;
const groupCount = bucketCount / groupSize;

export interface NameFilter {
  readonly size: number;
  has(name: string): boolean;
}

/**
 * Layout, little-endian: u32 starts[4,096], where the fingerprints of each sixteen buckets begin; u8 counts[65,536], how many
 * each bucket has; then u16 fingerprints, sorted within each bucket.
 */
export function encodeNameFilter(names: Iterable<string>): Uint8Array {
  const buckets: number[][] = Array.from({ length: bucketCount }, () => []);
  for (const name of names) {
    const { bucket, fingerprint } = place(name);
    buckets[bucket]!.push(fingerprint);
  }
  const starts = new Uint32Array(groupCount);
  const counts = new Uint8Array(bucketCount);
  const fingerprints: number[] = [];
  for (const [bucket, found] of buckets.entries()) {
    if (found.length > 0xff) throw new RangeError(`${found.length} names fall into one bucket`);
    if (bucket % groupSize === 0) starts[bucket / groupSize] = fingerprints.length;
    counts[bucket] = found.length;
    fingerprints.push(...found.sort((a, b) => a - b));
  }
  const bytes = new Uint8Array(starts.byteLength + counts.length + 2 * fingerprints.length);
  bytes.set(new Uint8Array(starts.buffer));
  bytes.set(counts, starts.byteLength);
  bytes.set(new Uint8Array(Uint16Array.from(fingerprints).buffer), starts.byteLength + counts.length);
  return bytes;
}

/** Reads a filter in place. The section must start at a multiple of four bytes. */
export function openNameFilter(section: Uint8Array): NameFilter {
  const starts = new Uint32Array(section.buffer, section.byteOffset, groupCount);
  const counts = section.subarray(starts.byteLength, starts.byteLength + bucketCount);
  const head = starts.byteLength + counts.length;
  const size = (section.length - head) / 2;
  const fingerprints = new Uint16Array(section.buffer, section.byteOffset + head, size);
  return {
    size,
    has(name) {
      const { bucket, fingerprint } = place(name);
      const group = Math.floor(bucket / groupSize);
      let index = starts[group]!;
      for (let before = group * groupSize; before < bucket; before += 1) index += counts[before]!;
      const end = index + counts[bucket]!;
      for (; index < end; index += 1) {
        if (fingerprints[index] === fingerprint) return true;
      }
      return false;
    },
  };
}

/** Two independent 32-bit hashes in one pass: FNV-1a and a multiplicative one, each stirred so that all bits count. */
function place(name: string): { bucket: number; fingerprint: number } {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let index = 0; index < name.length; index += 1) {
    const code = name.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second + code, 0x5bd1e995);
    second ^= second >>> 15;
  }
  return { bucket: stir(first) & 0xffff, fingerprint: stir(second) & 0xffff };
}

function stir(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x7feb352d);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
