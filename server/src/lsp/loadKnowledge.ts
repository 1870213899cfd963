/** Loads the data; where that fails, says why in words that a person can act on. */

import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { openKnowledge } from "../core/knowledge/openKnowledge.ts";
import { describePackProblem, type Message, message } from "../core/messages.ts";
import type { Runtime } from "./runtime.ts";

export type LoadedKnowledge =
  | { readonly knowledge: Knowledge }
  | { readonly knowledge: null; readonly problem: Message };

/** Never rejects. */
export async function loadKnowledge(runtime: Runtime): Promise<LoadedKnowledge> {
  try {
    const opened = openKnowledge(await runtime.loadPack());
    return "kind" in opened
      ? { knowledge: null, problem: describePackProblem(opened) }
      : { knowledge: opened };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { knowledge: null, problem: message("pack.unreadable", { reason }) };
  }
}
