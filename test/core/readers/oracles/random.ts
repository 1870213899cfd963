/** Numbers that look random and are the same in every run, so that a failure can be seen again. */

export interface Random {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  /** One of the items. */
  pick<Item>(items: readonly Item[]): Item;
  /** True once in so many times. */
  oneIn(times: number): boolean;
}

/** Numerical Recipes' linear congruential generator; its upper bits are good enough for test data. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  function below(limit: number): number {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  }
  return {
    below,
    pick: (items) => items[below(items.length)]!,
    oneIn: (times) => below(times) === 0,
  };
}
