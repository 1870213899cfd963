/** How usual the letters of a name are, after the trigrams of the popular names: a slip of the finger makes unusual ones. */

import { numbersIn, toBytes } from "../knowledge/sections.ts";
import { encodeSplitNumbers, openSplitNumbers } from "../knowledge/splitNumbers.ts";

export interface LetterModel {
  /** The natural logarithm of the name's probability. Takes any text. */
  logProbability(name: string): number;
}

/** Letters, digits, hyphen, and one symbol for both ends of a name and whatever else a text may hold. */
const symbols = 38;
/** So many sightings of a shorter context count as much as all sightings of the longer one; keeps unseen trigrams possible. */
const backOff = 5;

/** How often letters follow one another. A context is one or two letters that another one follows. */
export interface LetterCounts {
  /** Sightings of all letters together, in one field. */
  readonly letters: Uint32Array;
  readonly single: Uint32Array;
  readonly pairs: Uint32Array;
  readonly pairStarts: Uint32Array;
  readonly tripleStarts: Uint32Array;
  /** At `(first * symbols + second) * symbols + third`. */
  readonly tripleAt: (index: number) => number;
}

export function countLetters(names: Iterable<string>): LetterCounts {
  const sums = placeSums(new Uint8Array(sumsLength));
  const { letters, single, pairs, pairStarts, tripleStarts } = sums;
  const triples = new Uint16Array(symbols ** 3);
  for (const name of names) {
    eachTriple(name, (first, second, third) => {
      letters[0]! += 1;
      single[third]! += 1;
      pairs[second * symbols + third]! += 1;
      pairStarts[second]! += 1;
      triples[(first * symbols + second) * symbols + third]! += 1;
      tripleStarts[first * symbols + second]! += 1;
    });
  }
  return { ...sums, tripleAt: (index) => triples[index]! };
}

/** Layout: the sums of {@link LetterCounts}, one after the other, u32, little-endian; then the triples as split numbers. */
export function encodeLetterCounts(counts: LetterCounts): Uint8Array {
  const { letters, single, pairs, pairStarts, tripleStarts, tripleAt } = counts;
  const triples = Array.from({ length: symbols ** 3 }, (_, index) => tripleAt(index));
  return toBytes(letters, single, pairs, pairStarts, tripleStarts, encodeSplitNumbers(triples));
}

/** Reads counts in place. */
export function placeCounts(section: Uint8Array): LetterCounts {
  const sums = placeSums(section);
  return { ...sums, tripleAt: openSplitNumbers(section.subarray(sumsLength)) };
}

const sumsLength = 4 * (1 + 2 * symbols + 2 * symbols ** 2);

function placeSums(section: Uint8Array): Omit<LetterCounts, "tripleAt"> {
  let offset = 0;
  const next = (length: number): Uint32Array => {
    const numbers = numbersIn(Uint32Array, section, offset, length);
    offset += numbers.byteLength;
    return numbers;
  };
  return {
    letters: next(1),
    single: next(symbols),
    pairs: next(symbols ** 2),
    pairStarts: next(symbols),
    tripleStarts: next(symbols ** 2),
  };
}

export function letterModel(counts: LetterCounts): LetterModel {
  const { letters, single, pairs, pairStarts, tripleStarts, tripleAt } = counts;

  function probability(first: number, second: number, third: number): number {
    const alone = (single[third]! + 1) / (letters[0]! + symbols);
    const afterOne = (pairs[second * symbols + third]! + backOff * alone) / (pairStarts[second]! + backOff);
    const context = first * symbols + second;
    return (tripleAt(context * symbols + third) + backOff * afterOne) / (tripleStarts[context]! + backOff);
  }

  return {
    logProbability(name) {
      let sum = 0;
      eachTriple(name, (first, second, third) => {
        sum += Math.log(probability(first, second, third));
      });
      return sum;
    },
  };
}

function eachTriple(name: string, visit: (first: number, second: number, third: number) => void): void {
  let first = 0;
  let second = 0;
  for (let index = 0; index <= name.length; index += 1) {
    const third = symbolOf(name.charCodeAt(index));
    visit(first, second, third);
    first = second;
    second = third;
  }
}

function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return code - 21;
  return code === 45 ? 37 : 0;
}
