/** What the client and the server say to each other beyond the Language Server Protocol. Both sides import this file. */

import type { PolicyChange, PolicyFileKind, TextEdit } from "../core/policy/editPolicy.ts";
import type { PolicyLayer } from "../core/policy/policy.ts";
import { readers } from "../core/readers/index.ts";

export { normalizeName } from "../core/names.ts";
export type { PolicyChange, PolicyFileKind, TrustDetails } from "../core/policy/editPolicy.ts";
export { isDay, isNameOrPattern } from "../core/policy/nameRules.ts";

/** The documents that the server reads: by language and by file, since an editor takes many of the files for plain text. */
export const documentFilters: readonly { readonly language?: string; readonly pattern?: string }[] =
  readers.flatMap(({ languageId, patterns }) => [
    ...(languageId ? [{ language: languageId }] : []),
    ...patterns.map((pattern) => ({ pattern })),
  ]);

/** In `initialize`: what the client can do and the settings at that time. Other editors may leave all of it out. */
export interface InitializationOptions {
  /** The client has the command {@link trustCommand}. */
  readonly trustCommand?: boolean;
  readonly settings?: SettingsParams;
}

/** Client → server, a notification: all settings, whenever any of them changed. */
export const settingsNotification = "namesake/settings";

export interface SettingsParams {
  readonly workspaceTrusted: boolean;
  /** User first, then workspace, then folders: the nearest scope last. */
  readonly layers: readonly SettingsLayer[];
  /** The name of the file that workspace settings are kept in, for people; null where there is no workspace. */
  readonly workspaceFile: string | null;
  /** Python interpreters that were chosen for folders. */
  readonly interpreters: readonly { readonly folder: string; readonly path: string }[];
}

/** Where VS Code keeps the settings of a folder, below it. */
export const folderSettings = ".vscode/settings.json";

export interface SettingsLayer {
  readonly origin: PolicyLayer["origin"];
  /** The folder's URI for settings of a folder, else null. */
  readonly folder: string | null;
  /** The object below `namesake.`. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Client → server, a request: the edits of a settings file that carry out a change. The client applies them. */
export const editPolicyRequest = "namesake/editPolicy";

export interface EditPolicyParams {
  /** The text as the editor has it, unsaved changes included; empty where the file is not there yet. */
  readonly text: string;
  readonly file: PolicyFileKind;
  readonly change: PolicyChange;
}

/** The edits with UTF-16 offsets into the text, or a sentence that says why there are none. */
export type EditPolicyResult = { readonly edits: readonly TextEdit[] } | { readonly problem: string };

/** A client command in code actions: trust a name at a scope. Its one argument is {@link TrustArguments}. */
export const trustCommand = "namesake.trustPackage";

export interface TrustArguments {
  readonly name: string;
  readonly scope: TrustScope;
  /** The folder's URI for the folder scope, else null. */
  readonly folder: string | null;
}

export type TrustScope = "user" | "workspace" | "folder";
