/** Diagnostics of files that are not open, as a client asks for them that registers for such things. */

import {
  type FullDocumentDiagnosticReport,
  ProgressType,
  type ProtocolConnection,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
} from "vscode-languageserver-protocol/node";

const partial = new ProgressType<WorkspaceDiagnosticReportPartialResult>();

/**
 * Asks once, as VS Code does, and collects what comes while the request stays open.
 * @returns the last report of each file by its URI
 */
export function followFiles(connection: ProtocolConnection): Map<string, FullDocumentDiagnosticReport> {
  const reports = new Map<string, FullDocumentDiagnosticReport>();
  connection.onProgress(partial, "partial", ({ items }) => {
    for (const item of items) if (item.kind === "full") reports.set(item.uri, item);
  });
  const params = { previousResultIds: [], partialResultToken: "partial" };
  // It stays open until the connection goes.
  connection.sendRequest(WorkspaceDiagnosticRequest.type, params).catch(() => {});
  return reports;
}
