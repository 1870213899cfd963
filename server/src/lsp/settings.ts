/** The settings that the client sent, turned into the policy for a document. */

import { type Policy, type PolicyLayer, readPolicy } from "../core/policy/policy.ts";
import { type PolicyFile, policyLayer, unreadableLayer } from "../core/policy/policyFiles.ts";
import type { PolicyProblem } from "../core/policy/problem.ts";
import { reasonOf } from "../project/reasonOf.ts";
import type { SettingsParams } from "./protocol.ts";
import type { Runtime } from "./runtime.ts";

export interface Settings {
  readonly workspaceTrusted: boolean;
  readonly workspaceFile: string | null;
  /** @param folder the URI of the workspace folder that the document is in, or null */
  policyFor(folder: string | null): Promise<Policy>;
  /**
   * The layers that count for a folder, the nearest last. Those of policy files have the scope `file` and, as the origin's
   * `file`, the path below the folder.
   */
  layersFor(folder: string | null): Promise<readonly PolicyLayer[]>;
  /** Policy files may have changed on disk. */
  forget(): void;
  interpreterFor(folder: string): string | null;
}

export const defaultSettings: SettingsParams = {
  workspaceTrusted: true,
  layers: [],
  workspaceFile: null,
  interpreters: [],
};

/**
 * @param files of the folder that count beside what was sent
 * @param report is called once for each value that is ignored because it is wrong
 */
export function makeSettings(
  params: SettingsParams,
  files: readonly PolicyFile[],
  runtime: Runtime,
  report: (problem: PolicyProblem) => void,
): Settings {
  const found = new Map<string | null, ReturnType<typeof find>>();
  const reported = new Set<string>();

  async function find(folder: string | null) {
    const layers = [...sentLayers(params, folder), ...(await fileLayers(params, folder, files, runtime))];
    const { policy, problems } = readPolicy(layers, runtime.now().toISOString().slice(0, 10));
    for (const problem of problems) {
      const key = JSON.stringify([problem.origin.scope === "file" ? folder : null, problem]);
      if (reported.has(key)) continue;
      reported.add(key);
      report(problem);
    }
    return { layers, policy };
  }

  function findOnce(folder: string | null): ReturnType<typeof find> {
    const known = found.get(folder);
    if (known) return known;
    const finding = find(folder);
    found.set(folder, finding);
    void finding.then(({ layers }) => {
      // What kept a file from being read may be over at the next look: another program that holds it, say.
      const isComplete = layers.every(({ unreadable }) => unreadable === undefined);
      if (!isComplete && found.get(folder) === finding) found.delete(folder);
    });
    return finding;
  }

  return {
    workspaceTrusted: params.workspaceTrusted,
    workspaceFile: params.workspaceFile,
    policyFor: async (folder) => (await findOnce(folder)).policy,
    layersFor: async (folder) => (await findOnce(folder)).layers,
    forget: () => found.clear(),
    interpreterFor: (folder) => params.interpreters.find((each) => each.folder === folder)?.path ?? null,
  };
}

function sentLayers({ layers, workspaceTrusted }: SettingsParams, folder: string | null): PolicyLayer[] {
  return layers
    .filter((layer) => layer.folder === null || layer.folder === folder)
    .map(({ folder: _, ...layer }) => ({
      ...layer,
      mayRelax: workspaceTrusted || layer.origin.scope === "user",
    }));
}

/** What the folder's own policy files say, as they are saved. */
async function fileLayers(
  { workspaceTrusted }: SettingsParams,
  folder: string | null,
  files: readonly PolicyFile[],
  runtime: Runtime,
): Promise<PolicyLayer[]> {
  if (folder === null) return [];
  const layers = await Promise.all(
    files.map(async (file) => {
      try {
        const text = await runtime.readFile(`${folder}/${file.path}`, folder);
        return text === null
          ? null
          : policyLayer(file, text, { shown: file.path, mayRelax: workspaceTrusted });
      } catch (error) {
        return unreadableLayer(file, file.path, reasonOf(error));
      }
    }),
  );
  return layers.filter((layer) => layer !== null);
}
