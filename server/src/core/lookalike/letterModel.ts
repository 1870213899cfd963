/** How usual the letters of a name are, after the trigrams of the popular names: a slip of the finger makes unusual ones. */

export interface LetterModel {
  /** The natural logarithm of the name's probability. Takes any text. */
  logProbability(name: string): number;
}

/** Letters, digits, hyphen, and one symbol for both ends of a name and whatever else a text may hold. */
const symbols = 38;
/** So many sightings of a shorter context count as much as all sightings of the longer one; keeps unseen trigrams possible. */
const backOff = 5;

export function learnLetters(names: readonly string[]): LetterModel {
  const single = new Float64Array(symbols);
  const pairs = new Float64Array(symbols ** 2);
  const triples = new Float64Array(symbols ** 3);
  const pairStarts = new Float64Array(symbols);
  const tripleStarts = new Float64Array(symbols ** 2);
  let letters = 0;
  for (const name of names) {
    eachTriple(name, (first, second, third) => {
      letters += 1;
      single[third]! += 1;
      pairs[second * symbols + third]! += 1;
      pairStarts[second]! += 1;
      triples[(first * symbols + second) * symbols + third]! += 1;
      tripleStarts[first * symbols + second]! += 1;
    });
  }

  function probability(first: number, second: number, third: number): number {
    const alone = (single[third]! + 1) / (letters + symbols);
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
