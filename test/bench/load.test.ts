/**
 * The server under more than people do to it: hundreds of open documents, two hundred edits a second, spread over all of
 * them and, every other one, in the same large document. NAMESAKE_NIGHTLY makes it two thousand documents and a minute.
 */

import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { inFigures, tellFigures } from "../support/figures.ts";
import { popularNames } from "../support/knowledge.ts";
import { pinned } from "./material/requirements.ts";
import { bundleProgram, namesakeServer } from "./programs.ts";
import { type RunningServer, startServer } from "./server.ts";
import { summarize } from "./statistics.ts";

const load = process.env.NAMESAKE_NIGHTLY
  ? { documents: 2_000, seconds: 60 }
  : { documents: 200, seconds: 5 };
const editsASecond = 200;
const linesOfADocument = 100;
const linesOfTheLarge = 2_000;

/** Milliseconds from an edit to its diagnostics. A machine that does other things too may hold up one in a hundred. */
const limit = 200;
/** Megabytes of memory alive after the load, above those before it. */
const growthLimit = 5;

interface Edited {
  readonly uri: string;
  /** Of the name that is edited, in the middle of the document. */
  readonly line: number;
  name: string;
}

test(`${load.documents} documents and ${editsASecond} edits a second leave no backlog`, {
  timeout: 180_000,
}, async () => {
  const reporter = await bundleProgram("reportMemory");
  const server = await startServer({ program: namesakeServer, memoryReporter: reporter });
  const documents: Edited[] = [];
  for (let place = 0; place < load.documents; place += 1)
    documents.push(await open(server, `small${place}`, linesOfADocument));
  const large = await open(server, "large", linesOfTheLarge);
  // The first edit of a document costs some four kilobytes, and a name that is new is remembered: both once, and no growth.
  for (const [count, document] of [...documents, large].entries()) await edit(server, document, count, []);
  const before = await server.memory();

  const times: number[] = [];
  const answers: Promise<boolean>[] = [];
  const started = performance.now();
  for (let count = 0; count < load.seconds * editsASecond; count += 1) {
    const due = started + (count * 1000) / editsASecond;
    if (due > performance.now()) await setTimeout(due - performance.now());
    const document = count % 2 === 0 ? large : documents[(count * 7919) % documents.length]!;
    answers.push(edit(server, document, count, times));
  }
  const found = (await Promise.all(answers)).filter(Boolean).length;
  const seconds = (performance.now() - started) / 1000;
  const after = await server.memory();
  await server.stop();

  const { median, percentile99, highest } = summarize(times);
  const growth = (after.live - before.live) / 1e6;
  tellFigures(
    "load",
    `${inFigures(load.documents)} documents, ${inFigures(times.length)} edits in ${inFigures(seconds, 1)} s; edit → diagnostics: ` +
      `median ${inFigures(median, 1)} ms, 99 of 100 within ${inFigures(percentile99, 1)} ms, slowest ${inFigures(highest, 1)} ms; ` +
      `alive before ${inFigures(before.live / 1e6, 1)} MB, after ${inFigures(growth, 1)} MB more`,
  );
  // Of some two thousand names that nobody knows one passes for known.
  expect(found).toBeGreaterThan(0.99 * times.length);
  expect(percentile99).toBeLessThan(limit);
  expect(growth).toBeLessThan(growthLimit);
});

async function open(server: RunningServer, name: string, lines: number): Promise<Edited> {
  const uri = `file:///load/${name}/requirements.txt`;
  const texts = pinned(lines, popularNames()).split("\n");
  const line = lines >> 1;
  texts[line] = "reqeusts";
  await server.open(uri, "pip-requirements", texts.join("\n"));
  return { uri, line, name: "reqeusts" };
}

/** Different names that are written in turn: of up to forty thousand the server remembers the verdict, which is no leak. */
const names = 997;

/** Each edit writes another name. */
async function edit(
  server: RunningServer,
  document: Edited,
  count: number,
  times: number[],
): Promise<boolean> {
  const { uri, line, name } = document;
  const next = `reqeusts-${(count % names).toString(26).replace(/\d/g, (digit) => "qrstuvwxyz"[Number(digit)]!)}`;
  document.name = next;
  const range = { start: { line, character: 0 }, end: { line, character: name.length } };
  const began = performance.now();
  const diagnostics = await server.edit(uri, range, next);
  times.push(performance.now() - began);
  return diagnostics.length > 0;
}
