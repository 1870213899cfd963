/** What a client says of itself in `initialize`, read once. */

import type { InitializeParams } from "vscode-languageserver";
import { type Language, languageOf } from "../core/languages.ts";
import { type PolicyProblem, showValue } from "../core/policy/problem.ts";
import { isRecord } from "../core/records.ts";
import { type ClientFeatures, readClientFeatures } from "./clientFeatures.ts";
import type { Translations } from "./language.ts";
import type { InitializationOptions } from "./protocol.ts";

export interface Introduction {
  readonly features: ClientFeatures;
  readonly options: InitializationOptions;
  /** What is wrong with the options. */
  readonly problems: readonly PolicyProblem[];
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  /** That of the editor where we speak it; most editors do not tell. */
  readonly language: Language | null;
  /** Our sentences in that language; null for English, or where they are not there. */
  readonly translations: Translations | null;
}

/** Our sentences in a language, or null where they are not there. Never rejects. */
export type ReadTranslations = (language: Language) => Promise<Translations | null>;

/** @param readTranslations left out where every client brings them */
export async function readIntroduction(
  params: InitializeParams,
  readTranslations: ReadTranslations = async () => null,
): Promise<Introduction> {
  const { options, problems } = readOptions(params.initializationOptions);
  const language = params.locale === undefined ? null : languageOf(params.locale);
  return {
    features: readClientFeatures(params.capabilities),
    options,
    problems,
    folders: foldersOf(params),
    language,
    translations: options.translations ?? (language && (await readTranslations(language))),
  };
}

/** What can stand in the initialization options. */
const knownOptions: Readonly<Record<keyof InitializationOptions, true>> = {
  namesake: true,
  settings: true,
  translations: true,
  trustCommand: true,
  falseAlarmCommand: true,
  changedNotification: true,
};

/** What arrived as initialization options; whatever cannot be meant is left out and named. */
function readOptions(received: unknown): Pick<Introduction, "options" | "problems"> {
  if (received === undefined || received === null) return { options: {}, problems: [] };
  // An editor's settings are the person's own, wherever the editor keeps them.
  const origin = { scope: "user", file: "initializationOptions" } as const;
  if (!isRecord(received)) {
    const expected = `{ "namesake": { … } }`;
    const found = showValue(received);
    return {
      options: {},
      problems: [{ origin, key: "initializationOptions", kind: "type", found, expected }],
    };
  }
  const known = Object.entries(received).filter(([key, value]) => isKnown(key, value));
  const unknown = Object.entries(received).filter(([key, value]) => !isKnown(key, value));
  return {
    options: Object.fromEntries(known),
    problems: unknown.map(([key]) => ({ origin, key, kind: "key", found: "", expected: "" })),
  };
}

/** Other editors put what they like under so common a word as `settings`; ours come with the scope of each. */
function isKnown(key: string, value: unknown): boolean {
  return key in knownOptions && (key !== "settings" || isSent(value));
}

function isSent(settings: unknown): boolean {
  return isRecord(settings) && Array.isArray(settings.layers) && Array.isArray(settings.interpreters);
}

/** The older a client, the older the property: `rootPath` came first, then `rootUri`, then folders. */
function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [fileUri(rootPath)] : [];
}

function fileUri(path: string): string {
  const slashes = path.replaceAll("\\", "/");
  return `file://${slashes.startsWith("/") ? "" : "/"}${slashes.split("/").map(encodeURIComponent).join("/")}`;
}
