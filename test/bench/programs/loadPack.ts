/** Loads the pack as the server does and prints the milliseconds to each moment: `node loadPack.js PACK`. */

import { readFile } from "node:fs/promises";
import { openKnowledge } from "../../../server/src/core/knowledge/openKnowledge.ts";
import { readPolicy } from "../../../server/src/core/policy/policy.ts";
import { judgeName } from "../../../server/src/core/rules/index.ts";
import { noWorkspaceFacts } from "../../../server/src/core/workspaceFacts.ts";

/** Milliseconds since just before the file was opened. */
export interface PackMoments {
  readonly read: number;
  readonly opened: number;
  readonly judged: number;
}

void load(process.argv[2]!);

async function load(path: string): Promise<void> {
  const { policy } = readPolicy([], "2026-01-01");
  const started = performance.now();
  const bytes = await readFile(path);
  const read = performance.now() - started;
  const knowledge = openKnowledge(bytes);
  const opened = performance.now() - started;
  if ("kind" in knowledge) throw new Error(`${path}: ${knowledge.kind}`);
  const verdict = judgeName(
    { kind: "distribution", name: "reqeusts" },
    { knowledge, policy, workspace: noWorkspaceFacts },
  );
  const judged = performance.now() - started;
  if (verdict.code !== "typosquat") throw new Error("The first name was not judged as it should be.");
  process.stdout.write(JSON.stringify({ read, opened, judged } satisfies PackMoments));
}
