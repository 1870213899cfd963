/** Remembers values by place and name, bounded in number: what was not asked for in a long time is forgotten. */

export interface Memo<Value> {
  recall(place: string, name: string): Value | undefined;
  /** @returns the value */
  remember(place: string, name: string, value: Value): Value;
}

/**
 * Whatever was asked for since the last `mostRecent` new ones is there; what was not asked for goes, all at once.
 * @param mostRecent twice as many are remembered at most
 */
export function makeMemo<Value>(mostRecent: number): Memo<Value> {
  let recent = new Map<string, Map<string, Value>>();
  let older = recent;
  let size = 0;

  function remember(place: string, name: string, value: Value): Value {
    if (size >= mostRecent) {
      older = recent;
      recent = new Map();
      size = 0;
    }
    size += 1;
    const names = recent.get(place) ?? new Map<string, Value>();
    recent.set(place, names.set(name, value));
    return value;
  }

  return {
    recall(place, name) {
      const value = recent.get(place)?.get(name);
      if (value !== undefined) return value;
      const old = older.get(place)?.get(name);
      return old === undefined ? undefined : remember(place, name, old);
    },
    remember,
  };
}
