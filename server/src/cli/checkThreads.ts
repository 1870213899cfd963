/**
 * Shares the files of a project among threads. Each takes the next batch that nobody has taken, so that all end at about
 * the same time; the outcomes are those of one thread, in the order of the files.
 */

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { CheckContext } from "../core/check.ts";
import type { PolicyLayer } from "../core/policy/policy.ts";
import type { WorkspaceFacts } from "../core/workspaceFacts.ts";
import { checkFile, type Outcome } from "./checkFile.ts";
import { filesBelow } from "./project.ts";

/** Files to check, and all that another thread must know to check them alike. */
export interface Work {
  /** The project's. */
  readonly root: string;
  /** Below the root, with `/` as separator: to hand over more of thousands of files takes longer than to find it out again. */
  readonly paths: readonly string[];
  readonly layers: readonly PolicyLayer[];
  /** `YYYY-MM-DD`: midnight must not part the threads. */
  readonly today: string;
  readonly workspace: WorkspaceFacts;
}

export interface SharedWork extends Work {
  /** How many batches are taken already; all threads count in the same memory. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** The outcomes of batches by the number of the batch. */
type Share = Map<number, readonly Outcome[]>;

export interface CheckThreads {
  /** Is told how many files were found so far: threads start while the rest is looked for. */
  prepare(files: number): void;
  /** @param tell is told now and then how many files are done */
  check(work: Work, context: CheckContext, tell: (done: number) => void): Promise<Outcome[]>;
}

const filesInBatch = 32;
/** A thread has to start and to get warm: on two processors a second one ends sooner from 3,600 files on, and before that later. */
const filesForThread = 4000;
/** Each thread takes memory of its own, and what they read comes from one disk. */
const mostThreads = 8;

export function openThreads(): CheckThreads {
  const most = Math.min(mostThreads, availableParallelism()) - 1;
  const threads: Thread[] = [];
  return {
    prepare(files) {
      while (threads.length < Math.min(most, Math.floor(files / filesForThread))) threads.push(startThread());
    },
    async check(work, context, tell) {
      const shared = { ...work, taken: new Int32Array(new SharedArrayBuffer(4)) };
      const others = threads.map((thread) => thread(shared));
      const own = takeShare(shared, context, tell);
      const done = new Map([own, ...(await Promise.all(others))].flatMap((share) => [...share]));
      // A thread that could not start, or ended early, leaves its batches to this one.
      const checkBatch = batchCheck(work, context);
      return Array.from(
        { length: batchCount(work) },
        (_, index) => done.get(index) ?? checkBatch(index),
      ).flat();
    },
  };
}

/** Does what it can of the work; nothing where it fails. */
type Thread = (work: SharedWork) => Promise<Share>;

function startThread(): Thread {
  try {
    const worker = new Worker(__filename, { argv: process.argv.slice(2) });
    const ended = new Promise<Share>((resolve) => {
      worker.once("error", () => resolve(new Map()));
      worker.once("exit", () => resolve(new Map()));
    });
    // The program ends without waiting for a thread that has nothing to do.
    worker.unref();
    return async (work) => {
      worker.ref();
      const done = new Promise<Share>((resolve) => worker.once("message", resolve));
      worker.postMessage(work);
      const share = await Promise.race([done, ended]);
      worker.unref();
      return share;
    };
  } catch {
    return async () => new Map();
  }
}

/** Checks the batches that no other thread takes. */
export function takeShare(
  work: SharedWork,
  context: CheckContext,
  tell: (done: number) => void = () => {},
): Share {
  const share: Share = new Map();
  const checkBatch = batchCheck(work, context);
  const count = batchCount(work);
  for (let index = take(work); index < count; index = take(work)) {
    share.set(index, checkBatch(index));
    tell(index * filesInBatch);
  }
  return share;
}

/** The number of the next batch that nobody has taken. */
function take({ taken }: SharedWork): number {
  return Atomics.add(taken, 0, 1);
}

function batchCheck({ root, paths }: Work, context: CheckContext): (index: number) => Outcome[] {
  const fileAt = filesBelow(root);
  return (index) =>
    paths
      .slice(index * filesInBatch, (index + 1) * filesInBatch)
      .map((path) => checkFile(fileAt(path), context));
}

function batchCount({ paths }: Work): number {
  return Math.ceil(paths.length / filesInBatch);
}
