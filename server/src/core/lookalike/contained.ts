/** Finds popular names inside a longer written name, with the words that stand around them. */

import type { NormalizedName } from "../names.ts";
import type { Targets } from "./targets.ts";

export interface Containment {
  readonly rank: number;
  /** What stands before and after the target, without the hyphen that joins it; empty where nothing does. */
  readonly before: string;
  readonly after: string;
  /** Glued: the target runs into the rest without a hyphen (`pycryptoenv`). */
  readonly joint: "glued" | "dashed";
}

/** Shorter names turn up inside others by chance. */
const shortestGlued = 5;
const shortestDashed = 3;
/** Names of this many words or fewer are looked at in the middle as well; longer ones at both ends only. */
const mostWordsInside = 6;
/** A name inside a longer target (`crypto` in `pycrypto`) counts only if its rank is this many times better. */
const overshadowed = 30;

export function findContained(name: NormalizedName, targets: Pick<Targets, "rankOf">): Containment[] {
  const found = [...findDashed(name, targets), ...findGlued(name, targets)];
  return found.filter((one) => !found.some((other) => overshadows(other, one)));
}

function* findDashed(name: NormalizedName, targets: Pick<Targets, "rankOf">): Generator<Containment> {
  const bounds = [-1, ...[...name.matchAll(/-/g)].map((hyphen) => hyphen.index), name.length];
  const last = bounds.length - 1;
  for (let first = 0; first < last; first += 1) {
    for (let end = last; end > first; end -= 1) {
      if (first === 0 && end === last) continue;
      if (first > 0 && end < last && last > mostWordsInside) continue;
      const part = name.slice(bounds[first]! + 1, bounds[end]!);
      const rank = part.length < shortestDashed ? null : targets.rankOf(part);
      if (rank === null) continue;
      const before = name.slice(0, Math.max(0, bounds[first]!));
      yield { rank, before, after: name.slice(bounds[end]! + 1), joint: "dashed" };
    }
  }
}

function* findGlued(name: NormalizedName, targets: Pick<Targets, "rankOf">): Generator<Containment> {
  const longestRest = 16;
  // A rest of one letter is an edit, and found as one.
  for (
    let length = Math.max(shortestGlued, name.length - longestRest);
    length < name.length - 1;
    length += 1
  ) {
    const before = name.slice(0, name.length - length);
    const after = name.slice(length);
    if (!after.includes("-") && name[length - 1] !== "-") {
      const rank = targets.rankOf(name.slice(0, length));
      if (rank !== null) yield { rank, before: "", after, joint: "glued" };
    }
    if (!before.includes("-") && name[name.length - length] !== "-") {
      const rank = targets.rankOf(name.slice(-length));
      if (rank !== null) yield { rank, before, after: "", joint: "glued" };
    }
  }
}

function overshadows(longer: Containment, one: Containment): boolean {
  return (
    longer.before.length <= one.before.length &&
    longer.after.length <= one.after.length &&
    longer.before.length + longer.after.length < one.before.length + one.after.length &&
    longer.rank < one.rank * overshadowed
  );
}
