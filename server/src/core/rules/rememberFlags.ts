/**
 * What was found out about names, remembered from one check to the next: while somebody types, all names but one are
 * those of the check before, and the files of a project share most of theirs.
 */

import { normalizeName } from "../names.ts";
import { hasBadReleases } from "./compromisedRelease.ts";
import { type Flagged, judgeName, type NameToJudge } from "./index.ts";
import { type Memo, makeMemo } from "./memo.ts";
import type { World } from "./rule.ts";

/**
 * What {@link judgeName} flags in a world, null where it flags nothing. That is forgotten with the policy, the data or
 * the facts that it was judged by, and bounded in number.
 */
export function rememberFlags(world: World): (toJudge: NameToJudge) => Flagged | null {
  const { knowledge, policy, workspace } = world;
  const ofDistributions = memoOf(knowledge, policy);
  // No rule looks at the workspace for a distribution; and while a project is edited the workspace changes often.
  const ofModules = memoOf(knowledge, policy, workspace);

  return (toJudge) => {
    const memo = toJudge.kind === "module" ? ofModules : ofDistributions;
    const place = placeOf(toJudge);
    const known = memo.recall(place, toJudge.name);
    if (known !== undefined) return known;
    const name = copyOf(toJudge.name);
    if (!hasBadReleases(normalizeName(name), knowledge)) {
      return memo.remember(place, name, flag({ ...toJudge, name }, world));
    }
    // Of these few the version counts as well.
    const placeAndVersion = JSON.stringify([place, toJudge.specifier]);
    const knownOfVersion = memo.recall(placeAndVersion, name);
    if (knownOfVersion !== undefined) return knownOfVersion;
    return memo.remember(placeAndVersion, name, flag({ ...toJudge, name }, world));
  };
}

function flag(toJudge: NameToJudge, world: World): Flagged | null {
  const verdict = judgeName(toJudge, world);
  return verdict.code === null ? null : verdict;
}

/** What a verdict depends on beside the name. The same for most names of a file. */
function placeOf({ direct, guard, privateIndex }: NameToJudge): string {
  const place = direct ? "direct" : (guard ?? "");
  return privateIndex ? `${place} ${privateIndex.tool} ${privateIndex.host}` : place;
}

/** A part of a text that is remembered would keep all of the text in memory. */
function copyOf(name: string): string {
  return name.split("").join("");
}

/** The names of the largest locks. Twice as many are remembered at most. */
const mostRecent = 20_000;

interface Owned {
  memo?: Memo<Flagged | null>;
  readonly below: WeakMap<object, Owned>;
}

const root: Owned = { below: new WeakMap() };

/** The memo of what was judged by all of these, which lives no longer than any of them. */
function memoOf(...owners: readonly object[]): Memo<Flagged | null> {
  let owned = root;
  for (const owner of owners) {
    let next = owned.below.get(owner);
    if (!next) {
      next = { below: new WeakMap() };
      owned.below.set(owner, next);
    }
    owned = next;
  }
  owned.memo ??= makeMemo(mostRecent);
  return owned.memo;
}
