/** What the person has decided about each flagged name, until it is carried out. */

import { normalizeName, type ReviewedPackage } from "../../../server/src/lsp/protocol.ts";

/** `trust` all places of a name, or `fix` each place by its best fix. */
export type Decision = "trust" | "fix";

export interface Decisions {
  /** What would be done with the name if it is ticked: what the person chose, or else what seems right. */
  of(each: ReviewedPackage): Decision | null;
  isTicked(each: ReviewedPackage): boolean;
  /** Ticks the name, since who chooses wants it done. */
  choose(each: ReviewedPackage, decision: Decision): void;
  tick(each: ReviewedPackage, ticked: boolean): void;
  clear(): void;
}

export function makeDecisions(): Decisions {
  const chosen = new Map<string, Decision>();
  const ticked = new Set<string>();
  const keyOf = ({ name }: ReviewedPackage): string => normalizeName(name);
  const decisions: Decisions = {
    of: (each) => chosen.get(keyOf(each)) ?? proposal(each),
    // Without a decision a tick would mean nothing.
    isTicked: (each) => ticked.has(keyOf(each)) && decisions.of(each) !== null,
    choose(each, decision) {
      chosen.set(keyOf(each), decision);
      ticked.add(keyOf(each));
    },
    tick(each, isTicked) {
      if (isTicked) ticked.add(keyOf(each));
      else ticked.delete(keyOf(each));
    },
    clear() {
      chosen.clear();
      ticked.clear();
    },
  };
  return decisions;
}

/** A name that somebody reported or blocked is trusted only by those who say so themselves. */
function proposal({ places }: ReviewedPackage): Decision | null {
  if (places.some(({ fix }) => fix !== null)) return "fix";
  return places.some(({ severity }) => severity === "error") ? null : "trust";
}
