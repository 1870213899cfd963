/**
 * Loads the pack as the server does and prints what that took: `node --expose-gc loadPack.js PACK read|judge`. Then unknown
 * distributions and an unknown module are judged, and all of it is done again from the bytes on: that nothing but V8's work on
 * code that it has not run yet was left for the first question, shows in the second time.
 */

import { readFile } from "node:fs/promises";
import type { Knowledge } from "../../../server/src/core/knowledge/knowledge.ts";
import { openKnowledge } from "../../../server/src/core/knowledge/openKnowledge.ts";
import { readPolicy } from "../../../server/src/core/policy/policy.ts";
import { judgeName } from "../../../server/src/core/rules/index.ts";
import { noWorkspaceFacts } from "../../../server/src/core/workspaceFacts.ts";
import { firstNames } from "../material/firstNames.ts";

export interface PackLoad {
  /** Milliseconds for reading the bytes. */
  readonly read: number;
  /** Milliseconds from the bytes to all tables open, and to the first verdicts; 0 where they were only read. */
  readonly ready: number;
  readonly judged: number;
  /** The same as `judged`, once more in this process. */
  readonly judgedAgain: number;
  /** Bytes alive at the end, on the heap and in buffers outside of it. */
  readonly live: number;
}

const [path, until] = process.argv.slice(2);
void load(path!, until === "judge");

async function load(path: string, judges: boolean): Promise<void> {
  const started = performance.now();
  const bytes = await readFile(path);
  const read = performance.now() - started;
  if (!judges) {
    print({ read, ready: 0, judged: 0, judgedAgain: 0 }, bytes);
    return;
  }
  const { knowledge, ready, judged } = judgeFrom(bytes);
  print({ read, ready, judged, judgedAgain: judgeFrom(bytes).judged }, knowledge);
}

function judgeFrom(bytes: Uint8Array): { knowledge: Knowledge; ready: number; judged: number } {
  const { policy } = readPolicy([], "2026-01-01");
  const started = performance.now();
  const knowledge = openKnowledge(bytes);
  if ("kind" in knowledge) throw new Error(`The pack cannot be used: ${knowledge.kind}`);
  // What is opened at the first question.
  knowledge.surroundings.ofDistributions();
  knowledge.surroundings.ofModules().moduleOf(1);
  const ready = performance.now() - started;
  const world = { knowledge, policy, workspace: noWorkspaceFacts };
  const distributions = firstNames.map((name) => judgeName({ kind: "distribution", name }, world));
  const module = judgeName({ kind: "module", name: "reqeusts" }, world);
  const judged = performance.now() - started;
  if (distributions.some(({ code }) => code === null) || module.code === null) {
    throw new Error("The first names were not judged as they should be.");
  }
  return { knowledge, ready, judged };
}

/** @param kept what a host keeps, so that it is alive when it is counted */
function print(times: Omit<PackLoad, "live">, kept: unknown): void {
  globalThis.gc?.();
  // Node's own documentation: what is external includes the buffers.
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(JSON.stringify({ ...times, live: heapUsed + external } satisfies PackLoad));
  if (!kept) throw new Error("Nothing was kept.");
}
