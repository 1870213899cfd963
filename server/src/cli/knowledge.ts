/** The data for the command line; without it there is nothing to judge by. */

import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { openKnowledge } from "../core/knowledge/openKnowledge.ts";
import { describePackProblem, message } from "../core/messages.ts";
import { say } from "../lsp/language.ts";
import { readPackFile } from "../node/packFile.ts";
import { reasonOf } from "../project/reasonOf.ts";

/** @throws an error whose message says in words why the data cannot be used */
export async function readKnowledge(): Promise<Knowledge> {
  const bytes = await readPackFile().catch((error: unknown) => {
    throw new Error(say(message("pack.unreadable", { reason: reasonOf(error) })));
  });
  const opened = openKnowledge(bytes);
  if ("kind" in opened) throw new Error(say(describePackProblem(opened)));
  return opened;
}
