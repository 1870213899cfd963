/**
 * Patterns over letters, matched in time of at most the pattern's length times the text's, whoever wrote them. All ways to
 * read a pattern are followed at once, so that none is gone back to, as regular expressions do.
 */

/** The letters of these ranges, or all others; a letter is a unit of the string. */
export interface LetterSet {
  /** Pairs of a first letter and a last one: `azAZ`. */
  readonly ranges: string;
  readonly others: boolean;
}

/** What a pattern asks for: one letter, any number of letters, or one of several ways. */
export type Step =
  | { readonly one: LetterSet }
  | { readonly run: LetterSet }
  | { readonly ways: readonly (readonly Step[])[] };

export const anyLetter: LetterSet = { ranges: "", others: true };

export function oneLetter(letter: string): Step {
  return { one: { ranges: letter + letter, others: false } };
}

/** Whether the whole text is what the steps ask for, one after the other. */
export function matchSteps(steps: readonly Step[]): (text: string) => boolean {
  const least = leastLetters(steps);
  const ending = lettersAtEnd(steps);
  let states: State[] | undefined;
  return (text) => {
    // A pattern that is longer than every text, however long, is never worked out; nor are most by their last letters.
    if (text.length < least) return false;
    const end = text.length - ending.length;
    if (!ending.every((set, index) => takes(set, text[end + index]!))) return false;
    states ??= statesOf(steps.slice(0, steps.length - ending.length));
    return follow(states, text.slice(0, end));
  };
}

function takes({ ranges, others }: LetterSet, letter: string): boolean {
  for (let at = 0; at < ranges.length; at += 2)
    if (ranges[at]! <= letter && letter <= ranges[at + 1]!) return !others;
  return others;
}

function lettersAtEnd(steps: readonly Step[]): LetterSet[] {
  const found: LetterSet[] = [];
  for (const step of steps.toReversed()) {
    if (!("one" in step)) break;
    found.push(step.one);
  }
  return found.reverse();
}

/** A place in the pattern. The first is its end. */
interface State {
  /** What the next letter must be to go on; null where none will do. */
  readonly set: LetterSet | null;
  readonly next: number;
  /** Where one is as well, without a letter. */
  readonly skips: readonly number[];
}

/** The first is the pattern's end, the last its beginning. */
function statesOf(steps: readonly Step[]): State[] {
  const states: State[] = [{ set: null, next: 0, skips: [] }];
  const start = addSteps(states, steps, 0);
  states.push({ set: null, next: 0, skips: [start] });
  return states;
}

/** @returns the state before the steps, that behind them being `next` */
function addSteps(states: State[], steps: readonly Step[], next: number): number {
  return steps.reduceRight((after, step) => addStep(states, step, after), next);
}

function addStep(states: State[], step: Step, next: number): number {
  if ("one" in step) return states.push({ set: step.one, next, skips: [] }) - 1;
  if ("run" in step) return states.push({ set: step.run, next: states.length, skips: [next] }) - 1;
  const skips = step.ways.map((way) => addSteps(states, way, next));
  return states.push({ set: null, next, skips }) - 1;
}

/** The length of the shortest text that could match. */
function leastLetters(steps: readonly Step[]): number {
  let least = 0;
  for (const step of steps) {
    if ("one" in step) least += 1;
    else if ("ways" in step)
      least += step.ways.reduce((most, way) => Math.min(most, leastLetters(way)), Infinity);
  }
  return least;
}

function follow(states: readonly State[], text: string): boolean {
  /** Before which letter a state was reached last: it is reached but once before each. */
  const reached = new Int32Array(states.length).fill(-1);
  const reach = (state: number, at: number, among: number[]): void => {
    if (reached[state] === at) return;
    reached[state] = at;
    among.push(state);
  };
  let current: number[] = [];
  let following: number[] = [];
  reach(states.length - 1, 0, current);
  for (let at = 0; current.length > 0; at += 1) {
    // The list grows while it is gone through.
    for (const state of current) for (const skip of states[state]!.skips) reach(skip, at, current);
    if (at === text.length) break;
    for (const state of current) {
      const { set, next } = states[state]!;
      if (set !== null && takes(set, text[at]!)) reach(next, at + 1, following);
    }
    [current, following] = [following, current];
    following.length = 0;
  }
  return reached[0] === text.length;
}
