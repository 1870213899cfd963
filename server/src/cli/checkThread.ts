/** A further thread of a check: the program once more, of which it loads only what checking files takes. */

import { parentPort } from "node:worker_threads";
import { readPolicy } from "../core/policy/policy.ts";
import { reportContext } from "./checkFile.ts";
import { type SharedWork, takeShare } from "./checkThreads.ts";
import { readKnowledge } from "./knowledge.ts";
import { speakLocale } from "./locale.ts";

/** Gets ready, and answers all work that comes with what it has done of it. */
export async function runThread(): Promise<void> {
  await speakLocale(process.argv.slice(2), process.env);
  const knowledge = await readKnowledge();
  parentPort?.on("message", (work: SharedWork) => {
    const { policy } = readPolicy(work.layers, work.today);
    const context = reportContext(knowledge, policy, work.workspace);
    parentPort?.postMessage(takeShare(work, context));
  });
}
