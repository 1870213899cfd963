/** How usual the letters of a name are, after the trigrams of the popular names: a slip of the finger makes unusual ones. */

import { numbersIn, toBytes } from "../knowledge/sections.ts";

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
  readonly triples: Uint16Array;
}

export function countLetters(names: Iterable<string>): LetterCounts {
  const counts = placeCounts(new Uint8Array(countsLength));
  const { letters, single, pairs, pairStarts, tripleStarts, triples } = counts;
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
  return counts;
}

/** Layout: the fields of {@link LetterCounts}, one after the other, little-endian. */
export function encodeLetterCounts(counts: LetterCounts): Uint8Array {
  const { letters, single, pairs, pairStarts, tripleStarts, triples } = counts;
  return toBytes(letters, single, pairs, pairStarts, tripleStarts, triples);
}

const countsLength = 4 * (1 + 2 * symbols + 2 * symbols ** 2) + 2 * symbols ** 3;

/** Reads counts in place. */
export function placeCounts(section: Uint8Array): LetterCounts {
  let offset = 0;
  const next = (length: number): Uint32Array => {
    const numbers = numbersIn(Uint32Array, section, offset, length);
    offset += numbers.byteLength;
    return numbers;
  };
  const letters = next(1);
  const single = next(symbols);
  const pairs = next(symbols ** 2);
  const pairStarts = next(symbols);
  const tripleStarts = next(symbols ** 2);
  return {
    letters,
    single,
    pairs,
    pairStarts,
    tripleStarts,
    triples: numbersIn(Uint16Array, section, offset),
  };
}

export function letterModel(counts: LetterCounts): LetterModel {
  const { letters, single, pairs, pairStarts, tripleStarts, triples } = counts;

  function probability(first: number, second: number, third: number): number {
    const alone = (single[third]! + 1) / (letters[0]! + symbols);
    const afterOne = (pairs[second * symbols + third]! + backOff * alone) / (pairStarts[second]! + backOff);
    const context = first * symbols + second;
    return (triples[context * symbols + third]! + backOff * afterOne) / (tripleStarts[context]! + backOff);
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
