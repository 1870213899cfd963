/**
 * Loads the pack as the server does and prints what that took: `node --expose-gc loadPack.js PACK read|judge`. Ready to judge
 * is who has judged: unknown distributions and an unknown module, so that nothing is left that is made at the first question.
 */

import { readFile } from "node:fs/promises";
import { openKnowledge } from "../../../server/src/core/knowledge/openKnowledge.ts";
import { readPolicy } from "../../../server/src/core/policy/policy.ts";
import { judgeName } from "../../../server/src/core/rules/index.ts";
import { noWorkspaceFacts } from "../../../server/src/core/workspaceFacts.ts";
import { firstNames } from "../material/firstNames.ts";

export interface PackLoad {
  /** Milliseconds for reading the bytes. */
  readonly read: number;
  /** Milliseconds from the bytes to the container opened, and to all verdicts; 0 where they were only read. */
  readonly opened: number;
  readonly judged: number;
  /** Bytes alive at the end, on the heap and in buffers outside of it. */
  readonly live: number;
}

const [path, until] = process.argv.slice(2);
void load(path!, until === "judge");

async function load(path: string, judges: boolean): Promise<void> {
  const { policy } = readPolicy([], "2026-01-01");
  const started = performance.now();
  const bytes = await readFile(path);
  const read = performance.now() - started;
  if (!judges) {
    print({ read, opened: 0, judged: 0 }, bytes);
    return;
  }
  const opening = performance.now();
  const knowledge = openKnowledge(bytes);
  const opened = performance.now() - opening;
  if ("kind" in knowledge) throw new Error(`${path}: ${knowledge.kind}`);
  const world = { knowledge, policy, workspace: noWorkspaceFacts };
  const distributions = firstNames.map((name) => judgeName({ kind: "distribution", name }, world));
  const module = judgeName({ kind: "module", name: "reqeusts" }, world);
  const judged = performance.now() - opening;
  if (distributions.some(({ code }) => code === null) || module.code === null) {
    throw new Error("The first names were not judged as they should be.");
  }
  print({ read, opened, judged }, knowledge);
}

/** @param kept what a host keeps, so that it is alive when it is counted */
function print(times: Omit<PackLoad, "live">, kept: unknown): void {
  globalThis.gc?.();
  // Node's own documentation: what is external includes the buffers.
  const { heapUsed, external } = process.memoryUsage();
  process.stdout.write(JSON.stringify({ ...times, live: heapUsed + external } satisfies PackLoad));
  if (!kept) throw new Error("Nothing was kept.");
}
