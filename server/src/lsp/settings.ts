/** The settings that the client sent, turned into the policy for a document. */

import type { Connection } from "vscode-languageserver";
import { message, renderMessage } from "../core/messages.ts";
import { type Policy, type PolicyLayer, type PolicyProblem, readPolicy } from "../core/policy/policy.ts";
import type { SettingsParams } from "./protocol.ts";

export interface Settings {
  readonly workspaceTrusted: boolean;
  readonly workspaceFile: string | null;
  /** @param folder the URI of the workspace folder that the document is in, or null */
  policyFor(folder: string | null): Policy;
  interpreterFor(folder: string): string | null;
}

export const defaultSettings: SettingsParams = {
  workspaceTrusted: true,
  layers: [],
  workspaceFile: null,
  interpreters: [],
};

/** @param report is called once for each value that is ignored because it is wrong */
export function makeSettings(
  params: SettingsParams,
  today: string,
  report: (problem: PolicyProblem) => void,
): Settings {
  const policies = new Map<string | null, Policy>();
  const reported = new Set<string>();
  return {
    workspaceTrusted: params.workspaceTrusted,
    workspaceFile: params.workspaceFile,
    policyFor(folder) {
      const known = policies.get(folder);
      if (known) return known;
      const layers = params.layers
        .filter((layer) => layer.folder === null || layer.folder === folder)
        .map(
          ({ origin, values }): PolicyLayer => ({
            origin,
            values,
            mayRelax: params.workspaceTrusted || origin.scope === "user",
          }),
        );
      const { policy, problems } = readPolicy(layers, today);
      policies.set(folder, policy);
      for (const problem of problems) {
        const key = `${problem.origin.scope} ${problem.origin.file} ${problem.key}`;
        if (reported.has(key)) continue;
        reported.add(key);
        report(problem);
      }
      return policy;
    },
    interpreterFor: (folder) => params.interpreters.find((each) => each.folder === folder)?.path ?? null,
  };
}

/** For clients that do not send {@link SettingsParams}: the settings by the protocol's own means, already merged by the editor. */
export async function fetchConfiguration(connection: Connection): Promise<SettingsParams> {
  const values: unknown = await connection.workspace.getConfiguration("namesake");
  const origin = { scope: "workspace", file: null } as const;
  const isObject = typeof values === "object" && values !== null;
  return {
    ...defaultSettings,
    layers: isObject ? [{ origin, folder: null, values: values as Record<string, unknown> }] : [],
  };
}

/** A wrong value is ignored alone, and named in the log. */
export function reportProblem(connection: Connection, { origin, key, found, expected }: PolicyProblem): void {
  const place = origin.file ?? origin.scope;
  connection.console.warn(renderMessage(message("setting.wrong", { key, origin: place, found, expected })));
}
