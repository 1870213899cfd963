/** What the client announced that it can do, read once. The server sends it nothing beyond that. */

import { type ClientCapabilities, type Diagnostic, MarkupKind } from "vscode-languageserver";

export interface ClientFeatures {
  readonly pullsDiagnostics: boolean;
  /** Whether it can be asked to pull all diagnostics again. */
  readonly refreshesDiagnostics: boolean;
  /** Whether the server may register for diagnostics after the start. */
  readonly registersDiagnostics: boolean;
  readonly diagnostics: DiagnosticFeatures;
  readonly notebooks: boolean;
  readonly workspaceFolders: boolean;
  /** Whether it can be asked to tell of files that come, go or change on disk. */
  readonly watchesFiles: boolean;
  /** Whether it answers when it is asked for settings. */
  readonly answersConfiguration: boolean;
  /** Whether it tells of new settings only to a server that registered for that. */
  readonly registersConfiguration: boolean;
  /** The form of hovers; `marked` is the protocol's oldest, Markdown in a bare string. */
  readonly hover: "markdown" | "plaintext" | "marked";
  readonly actions: ActionFeatures;
}

interface DiagnosticFeatures {
  readonly version: boolean;
  readonly data: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
}

export interface ActionFeatures {
  /** Whether code actions can hold edits; without, they are commands for the server. */
  readonly literals: boolean;
  /** Whether it makes edits that the server asks for. */
  readonly appliesEdits: boolean;
  /** Whether edits can name the version of the text that they are meant for. */
  readonly versionedEdits: boolean;
  /** Whether edits can create files. */
  readonly createsFiles: boolean;
}

export function readClientFeatures({
  textDocument,
  workspace,
  notebookDocument,
}: ClientCapabilities): ClientFeatures {
  const pulled = textDocument?.diagnostic;
  const pushed = textDocument?.publishDiagnostics;
  const edits = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: pulled !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    registersDiagnostics: pulled?.dynamicRegistration === true,
    diagnostics: {
      version: pushed?.versionSupport === true,
      // Whoever pulls may announce the parts of a diagnostic in either place.
      data: pushed?.dataSupport === true || pulled?.dataSupport === true,
      relatedInformation: pushed?.relatedInformation === true || pulled?.relatedInformation === true,
      codeDescription: pushed?.codeDescriptionSupport === true || pulled?.codeDescriptionSupport === true,
    },
    notebooks: notebookDocument !== undefined,
    workspaceFolders: workspace?.workspaceFolders === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    hover: hoverForm(textDocument?.hover?.contentFormat),
    actions: {
      literals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
      appliesEdits: workspace?.applyEdit === true,
      versionedEdits: edits?.documentChanges === true,
      createsFiles: edits?.resourceOperations?.includes("create") === true,
    },
  };
}

/** The diagnostic without the parts that the client has no use for. */
export function fitDiagnostic(diagnostic: Diagnostic, features: DiagnosticFeatures): Diagnostic {
  const { data, relatedInformation, codeDescription, ...plain } = diagnostic;
  return {
    ...plain,
    ...(features.data && data !== undefined && { data }),
    ...(features.relatedInformation && relatedInformation && { relatedInformation }),
    ...(features.codeDescription && codeDescription && { codeDescription }),
  };
}

/** The client's favourite comes first. */
function hoverForm(formats: readonly MarkupKind[] | undefined): ClientFeatures["hover"] {
  const known = formats?.find((format) => format === MarkupKind.Markdown || format === MarkupKind.PlainText);
  return known ?? "marked";
}
