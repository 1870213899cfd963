/** The facts that ship, for tests: from the pack that `npm run build` made. */

import { readFileSync } from "node:fs";
import type { Knowledge } from "../../server/src/core/knowledge/knowledge.ts";
import { openKnowledge } from "../../server/src/core/knowledge/openKnowledge.ts";
import type { NormalizedName } from "../../server/src/core/names.ts";

let opened: Knowledge | undefined;

export function packBytes(): Uint8Array {
  return new Uint8Array(readFileSync("dist/namesake.pack"));
}

/** @throws where there is no usable pack; `npm run build` makes one */
export function shippedKnowledge(): Knowledge {
  if (!opened) {
    const result = openKnowledge(packBytes());
    if ("kind" in result) throw new Error(`dist/namesake.pack: ${result.kind}. Run npm run build.`);
    opened = result;
  }
  return opened;
}

/** The popular names in order of rank. */
export function popularNames(): NormalizedName[] {
  const { popular } = shippedKnowledge();
  return Array.from({ length: popular.size }, (_, place) => popular.nameAt(place + 1));
}
