/**
 * Settings of an editor that has none of ours built in: what stands under `namesake` in the initialization options,
 * and what the client gives by the protocol's own means, `workspace/configuration` or `workspace/didChangeConfiguration`.
 */

import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import { type PolicyProblem, showValue } from "../core/policy/problem.ts";
import { isRecord } from "../core/records.ts";
import { answer } from "./answer.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import type { SettingsLayer, SettingsParams } from "./protocol.ts";
import { defaultSettings } from "./settings.ts";

/** The section of the settings, and the key of the initialization options, under which ours stand. */
const section = "namesake";

/** Where an editor's settings come from; people are told of it, so that they know where to look. */
type Source = "initializationOptions" | "workspace/configuration" | "workspace/didChangeConfiguration";

/**
 * Follows what the editor says.
 * @param atFirst what stood in the initialization options
 * @param changed receives all settings, at once and after each change
 * @returns to be called once the client may be asked
 */
export function followEditorSettings(
  connection: Connection,
  client: ClientFeatures,
  atFirst: unknown,
  report: (problem: PolicyProblem) => void,
  changed: (settings: SettingsParams) => void,
): () => Promise<void> {
  const said = new Map<Source, unknown>();
  take("initializationOptions", atFirst);
  connection.onDidChangeConfiguration(({ settings }) => {
    if (client.answersConfiguration) void answer(connection, undefined, fetch);
    else take("workspace/didChangeConfiguration", isRecord(settings) ? settings[section] : undefined);
  });

  return async () => {
    if (client.registersConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section });
    }
    if (client.answersConfiguration) await fetch();
  };

  async function fetch(): Promise<void> {
    take("workspace/configuration", await connection.workspace.getConfiguration(section));
  }

  function take(source: Source, values: unknown): void {
    said.set(source, values);
    changed({ ...defaultSettings, layers: [...said].flatMap(([from, each]) => layerOf(from, each, report)) });
  }
}

function layerOf(source: Source, values: unknown, report: (problem: PolicyProblem) => void): SettingsLayer[] {
  if (values === undefined || values === null) return [];
  const origin = originOf(source);
  if (isRecord(values)) return [{ origin, folder: null, values, holdsOnlyOurs: true }];
  report({ origin, key: section, kind: "type", found: showValue(values), expected: "{ … }" });
  return [];
}

/** An editor's settings are the person's own, wherever the editor keeps them. */
function originOf(source: Source): PolicyProblem["origin"] {
  return { scope: "user", file: source };
}
