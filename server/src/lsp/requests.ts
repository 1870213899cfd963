/** Answers the requests that are our own, beyond the Language Server Protocol. */

import type { CancellationToken, Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { message } from "../core/messages.ts";
import { describePolicy } from "../core/policy/describePolicy.ts";
import { editPolicy, undoOf } from "../core/policy/editPolicy.ts";
import { renderPolicy } from "../core/policy/renderPolicy.ts";
import { answer } from "./answer.ts";
import type { Checks } from "./checks.ts";
import { reportFalseAlarm } from "./falseAlarm.ts";
import { fileKey } from "./fileUris.ts";
import type { Folders } from "./folders.ts";
import { say } from "./language.ts";
import type { LoadedKnowledge } from "./loadKnowledge.ts";
import {
  type EditPolicyParams,
  type EditPolicyResult,
  type EffectivePolicyParams,
  type EffectivePolicyResult,
  editPolicyRequest,
  effectivePolicyRequest,
  type FalseAlarm,
  type FalseAlarmParams,
  falseAlarmRequest,
  type Review,
  reviewRequest,
  type ScanResult,
  type Status,
  type StatusParams,
  scanProgressNotification,
  scanRequest,
  statusRequest,
  type TrustedPackages,
  trustedPackagesRequest,
} from "./protocol.ts";
import { reviewPackages } from "./review.ts";
import { isReviewDocument } from "./reviewDocuments.ts";
import type { Runtime } from "./runtime.ts";
import type { Scan } from "./scan.ts";
import type { Settings } from "./settings.ts";
import { describeStatus } from "./status.ts";
import { type FileSummary, summarize } from "./summaries.ts";
import { listTrustedPackages, type TrustLayer } from "./trustedPackages.ts";

/** The parts of the server that the answers come from. */
export interface Served {
  readonly documents: TextDocuments<TextDocument>;
  readonly folders: Folders;
  readonly loading: Promise<LoadedKnowledge>;
  readonly checks: Checks;
  readonly scan: Scan;
  readonly runtime: Runtime;
  settings(): Settings;
  /** The client must hear of files that are not open from now on. */
  startScan(): Promise<void>;
}

export function answerRequests(connection: Connection, served: Served): void {
  const { documents, folders, loading, checks, scan, runtime } = served;

  connection.onRequest<EditPolicyResult, void>(
    editPolicyRequest,
    ({ text, file, changes }: EditPolicyParams): EditPolicyResult => {
      const edits = editPolicy(text, file, ...changes);
      return Array.isArray(edits)
        ? { edits, undo: undoOf(text, file, changes) }
        : { problem: say(message("policy.unreadable")) };
    },
  );

  connection.onRequest(effectivePolicyRequest, ({ folder }: EffectivePolicyParams) =>
    answer<EffectivePolicyResult>(connection, { markdown: "" }, async () => {
      const layers = await served.settings().layersFor(folder);
      const lines = describePolicy(layers, runtime.now().toISOString().slice(0, 10));
      return { markdown: renderPolicy(lines, say) };
    }),
  );

  // Where the client sends no parameters, or null for them, the token stands first or second.
  connection.onRequest(scanRequest, (...received: unknown[]) =>
    answer<ScanResult>(connection, { files: 0, findings: 0, unreadable: 0, cancelled: true }, async () => {
      const token = received.at(-1) as CancellationToken;
      await served.startScan();
      return scan.run(
        () => token.isCancellationRequested,
        (progress) => void connection.sendNotification(scanProgressNotification, progress),
      );
    }),
  );

  connection.onRequest(reviewRequest, () =>
    answer<Review>(connection, { scanned: false, packages: [] }, async () => ({
      scanned: scan.files !== null,
      packages: reviewPackages(await summaries()),
    })),
  );

  connection.onRequest(trustedPackagesRequest, () =>
    answer<TrustedPackages>(connection, { scanned: false, entries: [] }, async () => {
      const world = {
        knowledge: (await loading).knowledge,
        summaries: await summaries(),
        scanned: scan.files !== null,
        today: runtime.now().toISOString().slice(0, 10),
      };
      return { scanned: world.scanned, entries: listTrustedPackages(await trustLayers(), world) };
    }),
  );

  connection.onRequest(statusRequest, async ({ uri }: StatusParams): Promise<Status> => {
    const document = uri === null ? undefined : documents.get(uri);
    const findings = await answer(connection, null, async () => {
      const checked = document && (await checks.check(document));
      return checked ? checked.findings.length + checked.cut : null;
    });
    return describeStatus(await loading, findings, scan.files?.size ?? null, runtime.now());
  });

  connection.onRequest(falseAlarmRequest, ({ uri, position }: FalseAlarmParams) =>
    answer<FalseAlarm | null>(connection, null, async () => {
      const document = documents.get(uri);
      const checked = document && (await checks.check(document));
      if (!checked) return null;
      const offset = document.offsetAt(position);
      const finding = checked.findings.find(
        ({ reference: { span } }) => span.start <= offset && offset <= span.end,
      );
      return finding ? reportFalseAlarm(finding, checked.context.knowledge) : null;
    }),
  );

  /** Of a file that is open the editor's text counts; a state of a file that is only read is none of the project's. */
  async function summaries(): Promise<FileSummary[]> {
    const open = documents.all().filter(({ uri }) => !isReviewDocument(uri, folders.all));
    const found = await Promise.all(
      open.map(async (document) => {
        const checked = await checks.check(document);
        return checked ? [summarize(document, checked)] : [];
      }),
    );
    const openKeys = new Set(open.map(({ uri }) => fileKey(uri)));
    const closed = [...(scan.files?.entries() ?? [])].filter(([key]) => !openKeys.has(key));
    return [...found.flat(), ...closed.map(([, summary]) => summary)];
  }

  /** Each layer once: those of the user and the workspace count in every folder. */
  async function trustLayers(): Promise<TrustLayer[]> {
    const settings = served.settings();
    const layersOf = async (folder: string | null): Promise<TrustLayer[]> => {
      const { "trust.requireReason": requireReason } = await settings.policyFor(folder);
      const layers = await settings.layersFor(folder);
      return layers.map(({ origin, values }) => ({ origin, values, folder, requireReason }));
    };
    const ofFolders = (await Promise.all(folders.all.map(layersOf))).flat();
    const own = ofFolders.filter(({ origin: { scope } }) => scope === "folder" || scope === "file");
    return [...(await layersOf(null)), ...own];
  }
}
