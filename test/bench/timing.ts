/** Times single calls in this process, each name anew, so that nothing remembered can answer. */

import type { Samples } from "./measure.ts";

export interface Question {
  /** Prepares a pass over the names. @returns what is timed */
  readonly prepare: () => (name: string) => unknown;
  /** Asked about every so many names only: for what is so slow that the bench would take too long. */
  readonly everyNth?: number;
}

/** So many names are asked of one after the other before the next question has its turn. */
const chunk = 250;
const passes = 3;

/**
 * Asks all questions in turn about the names, after a pass in which the code is compiled.
 * @returns for each question the microseconds for each name: the best of three passes, so that the slowest names are those
 *   that take long, and not those during which the machine did something else
 */
export function inTurn(names: readonly string[], questions: readonly Question[]): Samples[] {
  const best = questions.map(() => new Map<string, number>());
  for (let pass = 0; pass <= passes; pass += 1) {
    const asks = questions.map(({ prepare }) => prepare());
    for (let start = 0; start < names.length; start += chunk) {
      for (const [place, { everyNth = 1 }] of questions.entries()) {
        const ask = asks[place]!;
        for (let index = start; index < Math.min(names.length, start + chunk); index += 1) {
          if (index % everyNth !== 0) continue;
          const name = names[index]!;
          const started = performance.now();
          ask(name);
          const time = (performance.now() - started) * 1_000;
          if (pass > 0) best[place]!.set(name, Math.min(time, best[place]!.get(name) ?? time));
        }
      }
    }
  }
  return best.map((times) => [...times.values()]);
}
