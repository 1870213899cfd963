/** What the client and the server say to each other beyond the Language Server Protocol. Both sides import this file. */

import type { Position, TextEdit as ProtocolTextEdit, Range } from "vscode-languageserver";
import type { SnapshotDates } from "../core/knowledge/knowledge.ts";
import type { PolicyChange, PolicyFileKind, TextEdit } from "../core/policy/editPolicy.ts";
import type { PolicyLayer, Severity } from "../core/policy/policy.ts";
import { type Format, formats } from "../core/readers/formats.ts";

export { normalizeName } from "../core/names.ts";
export type { PolicyChange, PolicyFileKind, TrustDetails } from "../core/policy/editPolicy.ts";
export { isDay, isNameOrPattern } from "../core/policy/nameRules.ts";
export { policyFileName } from "../core/policy/policyFileName.ts";
export { printable } from "../core/printable.ts";
export { decodeText } from "../project/decodeText.ts";

/** The documents that the server reads: by language and by file, since an editor takes many of the files for plain text. */
export const documentFilters: readonly { readonly language?: string; readonly pattern?: string }[] =
  formats.flatMap(({ languageId, patterns }: Format) => [
    ...(languageId ? [{ language: languageId }] : []),
    ...patterns.map((pattern) => ({ pattern })),
  ]);

/** The languages of the cells of notebooks that the server reads. */
export const cellLanguages: readonly string[] = ["python", "shellscript"];

/**
 * The schemes under which editors show files of a repository or a pull request to readers. Such a document is a state
 * of a file, nothing that can be edited, unless the workspace itself lies there.
 */
export const reviewSchemes: readonly string[] = [
  "git",
  "gitlens",
  "git-graph",
  "pr",
  "review",
  "githubcommit",
  "gl-review",
  "vscode-vfs",
];

/** In `initialize`: what our own client can do and the settings at that time, or what another editor is set to. */
export interface InitializationOptions {
  /** The client has the command {@link trustCommand}. */
  readonly trustCommand?: boolean;
  /** The client has the command {@link falseAlarmCommand}. */
  readonly falseAlarmCommand?: boolean;
  /** The client wants {@link changedNotification}. */
  readonly changedNotification?: boolean;
  /** All settings, which {@link settingsNotification} keeps up to date: the client keeps them, and writes them where names are trusted. */
  readonly settings?: SettingsParams;
  /** Our sentences in the language of `locale`, by the English ones, from a client that has them; others get ours. */
  readonly translations?: Readonly<Record<string, string>>;
  /** The settings of another editor: the object below `namesake.`. */
  readonly namesake?: unknown;
}

/** Server → client, a request: what a folder holds that only the client can reach, null where there is none, or why it cannot be read. */
export const listFolderRequest = "namesake/listFolder";

/** Server → client, a request: the saved text of a file that only the client can reach, null where there is none, or why it cannot be read. */
export const readFileRequest = "namesake/readFile";

export interface FileParams {
  readonly uri: string;
}

/** There is such a file or folder, but it cannot be read. */
export interface Unreadable {
  /** Why, in words for people. */
  readonly problem: string;
}

/** Links and other things that are neither are left out. */
export type ListedFolder = readonly { readonly name: string; readonly kind: "file" | "folder" }[];

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
  /** As of a policy's layer. */
  readonly holdsOnlyOurs?: boolean;
}

/** Client → server, a request: the edits of a settings file that carry out a change. The client applies them. */
export const editPolicyRequest = "namesake/editPolicy";

export interface EditPolicyParams {
  /** The text as the editor has it, unsaved changes included; empty where the file is not there yet. */
  readonly text: string;
  readonly file: PolicyFileKind;
  readonly changes: readonly PolicyChange[];
}

/** The edits with UTF-16 offsets into the text and the changes that take them back, or a sentence that says why there are none. */
export type EditPolicyResult =
  | { readonly edits: readonly TextEdit[]; readonly undo: readonly PolicyChange[] }
  | { readonly problem: string };

/** Client → server, a request: the policy in force in a folder, or outside all of them, as a page for people. */
export const effectivePolicyRequest = "namesake/effectivePolicy";

export interface EffectivePolicyParams {
  /** URI of a workspace folder. */
  readonly folder: string | null;
}

export interface EffectivePolicyResult {
  readonly markdown: string;
}

/** A client command in code actions: trust a name at a scope. Its one argument is {@link TrustArguments}. */
export const trustCommand = "namesake.trustPackage";

export interface TrustArguments {
  readonly name: string;
  readonly scope: TrustScope;
  /** The folder's URI for the folder scope, else null. */
  readonly folder: string | null;
}

export type TrustScope = "user" | "workspace" | "folder";

/** Server → client, a notification without parameters: what the server answers to our requests may be another now. */
export const changedNotification = "namesake/changed";

/** A client command in code actions: report a false alarm. Its one argument is {@link FalseAlarmParams}. */
export const falseAlarmCommand = "namesake.reportFalseAlarm";

/** Client → server, a request: what a report about the finding at that place would say. Null where there is none. */
export const falseAlarmRequest = "namesake/falseAlarm";

export interface FalseAlarmParams {
  readonly uri: string;
  readonly position: Position;
}

export interface FalseAlarm {
  readonly title: string;
  /** Markdown; names no file and nothing else of the project. */
  readonly text: string;
  /** The page where the text can be sent, with the text filled in. */
  readonly url: string;
}

/**
 * Client → server, a request without parameters: check all files of the workspace folders, and keep the findings up to
 * date from then on. When it is cancelled, what was found until then stays.
 */
export const scanRequest = "namesake/scan";

/** Server → client, a notification during a scan. */
export const scanProgressNotification = "namesake/scanProgress";

export interface ScanProgress {
  readonly done: number;
  readonly of: number;
}

export interface ScanResult {
  readonly files: number;
  readonly findings: number;
  /** Files and folders that could not be read, so that names in them were not checked; the log names them. */
  readonly unreadable: number;
  readonly cancelled: boolean;
}

/** Client → server, a request without parameters: the flagged names of open documents and scanned files, by package. */
export const reviewRequest = "namesake/review";

export interface Review {
  /** Whether files that are not open were looked at. */
  readonly scanned: boolean;
  /** Those that are most severe first, then by name. */
  readonly packages: readonly ReviewedPackage[];
}

export interface ReviewedPackage {
  /** As it is written at the first place. */
  readonly name: string;
  /** In the order of the files' names, and within a file as written. */
  readonly places: readonly ReviewedPlace[];
}

export interface ReviewedPlace {
  readonly uri: string;
  readonly range: Range;
  /** As written. */
  readonly name: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The best fix within the file, or null. */
  readonly fix: { readonly title: string; readonly edits: readonly ProtocolTextEdit[] } | null;
}

/** Client → server, a request without parameters: the trusted packages of every scope, with what they are good for. */
export const trustedPackagesRequest = "namesake/trustedPackages";

export interface TrustedPackages {
  readonly scanned: boolean;
  readonly entries: readonly TrustedEntry[];
}

export interface TrustedEntry {
  readonly origin: PolicyLayer["origin"];
  /** The folder's URI for an entry that counts in that folder only, else null. */
  readonly folder: string | null;
  /** The name or pattern as written. */
  readonly key: string;
  readonly reason: string | null;
  readonly by: string | null;
  /** The last UTC day on which it counts, `YYYY-MM-DD`, or whatever stands in its place. */
  readonly expires: string | null;
  /** Places in open documents and scanned files whose name it covers. */
  readonly uses: number;
  readonly marks: readonly TrustMark[];
}

/**
 * What somebody who keeps the list should know of an entry.
 * - `wrong-name`, `wrong-day`, `no-reason`: ignored until it is mended; reasons are required by a setting.
 * - `expired`: the day has passed.
 * - `malicious`: the name is on the list of known malicious packages.
 * - `shadowed`: the nearer entry for the same name, or a pattern that covers the name, says it all.
 * - `unused`: no file of the workspace has such a name, as a scan found.
 */
export type TrustMark =
  | { readonly kind: "wrong-name" | "wrong-day" | "no-reason" | "expired" | "malicious" | "unused" }
  | { readonly kind: "shadowed"; readonly by: Pick<TrustedEntry, "key" | "origin" | "folder"> };

/** Client → server, a request: what the server does for a document, and what it knows. */
export const statusRequest = "namesake/status";

export interface StatusParams {
  readonly uri: string | null;
}

export interface Status {
  /** Why no name can be judged, or null. */
  readonly problem: string | null;
  readonly dates: SnapshotDates | null;
  /** Since the popular names were listed, to which names are compared. */
  readonly ageInDays: number;
  /** A sentence where that is long ago, or null. */
  readonly oldData: string | null;
  /** Null where the document is unknown or its names are not checked: switched off, or left out by a pattern. */
  readonly findings: number | null;
  /** Files that a scan has looked at; null before there was one. */
  readonly scannedFiles: number | null;
}
