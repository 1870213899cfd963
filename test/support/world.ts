/** A world to judge names in: the shipped facts, and the policy and workspace that a test gives. */

import type { CheckContext } from "../../server/src/core/check.ts";
import { readPolicy } from "../../server/src/core/policy/policy.ts";
import { type FolderContents, makeWorkspaceFacts } from "../../server/src/core/workspaceFacts.ts";
import { shippedKnowledge } from "./knowledge.ts";

/** Soon after the facts were collected: where their age is not what a test is about, nothing is said of it. */
export const today = "2026-06-23";

export function makeWorld(
  settings: Readonly<Record<string, unknown>> = {},
  contents: Partial<FolderContents> = {},
): CheckContext {
  const { policy } = readPolicy(
    [{ origin: { scope: "workspace", file: ".vscode/settings.json" }, values: settings, mayRelax: true }],
    today,
  );
  return {
    knowledge: shippedKnowledge(),
    policy,
    workspace: makeWorkspaceFacts({ paths: [], manifests: [], installed: [], ...contents }),
    honourIgnoreComments: true,
  };
}
