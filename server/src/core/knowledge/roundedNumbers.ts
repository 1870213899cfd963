/** A list of whole numbers of which three digits are kept, in two bytes each. */

import { encodeSplitNumbers, openSplitNumbers } from "./splitNumbers.ts";

export interface RoundedNumbers {
  /** The number at a place, rounded to three significant digits. The place must be within the list. */
  at(place: number): number;
}

const digits = 3;
/** Above what three digits can say, so that a number is its digits plus this many for each zero after them. */
const perZero = 10 ** digits;

/** Layout: split numbers. */
export function encodeRoundedNumbers(numbers: readonly number[]): Uint8Array {
  return encodeSplitNumbers(
    numbers.map((number) => {
      const rounded = Number(number.toPrecision(digits));
      const zeros = Math.max(0, String(rounded).length - digits);
      return zeros * perZero + rounded / 10 ** zeros;
    }),
  );
}

export function openRoundedNumbers(section: Uint8Array): RoundedNumbers {
  const numberAt = openSplitNumbers(section);
  return {
    at(place) {
      const number = numberAt(place);
      return (number % perZero) * 10 ** Math.floor(number / perZero);
    },
  };
}
