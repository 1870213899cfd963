/**
 * Shares the files of a project among threads. Each takes the next batch that nobody has taken, so that all end at about
 * the same time; the outcomes are those of one thread, in the order of the files.
 */

import { availableParallelism } from "node:os";
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { CheckContext } from "../core/check.ts";
import { type PolicyLayer, readPolicy } from "../core/policy/policy.ts";
import type { WorkspaceFacts } from "../core/workspaceFacts.ts";
import { checkFile, type Outcome, reportContext } from "./checkFile.ts";
import { readKnowledge } from "./knowledge.ts";
import { speakLocale } from "./locale.ts";
import type { ProjectFile } from "./project.ts";

/** Files to check, and all that another thread must know to check them alike. */
export interface Work {
  readonly files: readonly ProjectFile[];
  readonly layers: readonly PolicyLayer[];
  /** `YYYY-MM-DD`: midnight must not part the threads. */
  readonly today: string;
  readonly workspace: WorkspaceFacts;
}

/** How many batches are taken already; all threads count in the same memory. */
type Taken = Int32Array<SharedArrayBuffer>;

/** The outcomes of batches by the number of the batch. */
type Share = Map<number, readonly Outcome[]>;

const filesInBatch = 32;
/** A thread has to start and to get warm, which takes as much of a processor as one or two thousand files do. */
const filesForThread = 1500;
/** Each thread takes memory of its own, and what they read comes from one disk. */
const mostThreads = 8;

/** @param tell is told now and then how many files are done */
export async function checkInThreads(
  work: Work,
  context: CheckContext,
  tell: (done: number) => void,
): Promise<Outcome[]> {
  const { files } = work;
  const taken = new Int32Array(new SharedArrayBuffer(4));
  const wanted = Math.floor(files.length / filesForThread) - 1;
  const length = Math.max(0, Math.min(wanted, mostThreads - 1, availableParallelism() - 1));
  const others = Array.from({ length }, () => shareOfThread(work, taken));
  const own = takeShare(work, context, taken, tell);
  const shares = [own, ...(await Promise.all(others))];

  const done = new Map(shares.flatMap((share) => [...share]));
  // A thread that could not start, or ended early, leaves its batches to this one.
  return batchesOf(files).flatMap((batch, index) => done.get(index) ?? checkBatch(batch, context));
}

/** Starts a thread, and waits for what it has done; nothing where it fails. */
async function shareOfThread(work: Work, taken: Taken): Promise<Share> {
  try {
    const worker = new Worker(__filename, { argv: process.argv.slice(2), workerData: { work, taken } });
    return await new Promise<Share>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => resolve(new Map()));
    });
  } catch {
    return new Map();
  }
}

/** What a thread does that {@link checkInThreads} has started. */
export async function runThread(): Promise<void> {
  const { work, taken } = workerData as { work: Work; taken: Taken };
  await speakLocale(process.argv.slice(2), process.env);
  const { policy } = readPolicy(work.layers, work.today);
  const context = reportContext(await readKnowledge(), policy, work.workspace);
  parentPort?.postMessage(takeShare(work, context, taken, () => {}));
}

function takeShare(
  { files }: Work,
  context: CheckContext,
  taken: Taken,
  tell: (done: number) => void,
): Share {
  const share: Share = new Map();
  const batches = batchesOf(files);
  for (let index = Atomics.add(taken, 0, 1); index < batches.length; index = Atomics.add(taken, 0, 1)) {
    share.set(index, checkBatch(batches[index]!, context));
    tell(index * filesInBatch);
  }
  return share;
}

function checkBatch(batch: readonly ProjectFile[], context: CheckContext): Outcome[] {
  return batch.map((file) => checkFile(file, context));
}

function batchesOf(files: readonly ProjectFile[]): (readonly ProjectFile[])[] {
  const count = Math.ceil(files.length / filesInBatch);
  return Array.from({ length: count }, (_, index) =>
    files.slice(index * filesInBatch, (index + 1) * filesInBatch),
  );
}
