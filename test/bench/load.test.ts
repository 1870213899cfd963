/**
 * The server under more than people do to it: hundreds of open documents, two hundred edits a second, spread over all of
 * them and, every other one, in the same large document; and bursts of edits that come faster than they can be judged.
 * NAMESAKE_NIGHTLY makes it two thousand documents and a minute, and ten times as many bursts.
 */

import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { inFigures, tellFigures } from "../support/figures.ts";
import { popularNames } from "../support/knowledge.ts";
import { pinned } from "./material/requirements.ts";
import { bundleProgram, namesakeServer } from "./programs.ts";
import { type RunningServer, startServer } from "./server.ts";
import { summarize } from "./statistics.ts";

const nightly = Boolean(process.env.NAMESAKE_NIGHTLY);
const load = nightly
  ? { documents: 2_000, seconds: 60, bursts: 50 }
  : { documents: 200, seconds: 5, bursts: 5 };
const editsASecond = 200;
const linesOfADocument = 100;
const linesOfTheLarge = 2_000;

/** Milliseconds from an edit to its diagnostics. */
const limit = 200;
/**
 * For the slowest of all. The night has the machine to itself, where the slowest takes a tenth of this. The bounded form
 * runs beside other tests, which may hold a process up for a moment; no backlog is as short as that, either.
 */
const slowestLimit = nightly ? limit : 1_000;
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
  expect(highest).toBeLessThan(slowestLimit);
  expect(growth).toBeLessThan(growthLimit);
});

const editsOfABurst = 200;

test("edits that come faster than they can be judged are not all judged, and the last one is not late", {
  timeout: 120_000,
}, async () => {
  const server = await startServer({ program: namesakeServer, delivery: "push" });
  const large = await open(server, "large", linesOfTheLarge);
  const times: number[] = [];
  for (let burst = 0; burst < load.bursts; burst += 1) {
    // Only the last is waited for: most of the others are never answered.
    for (let count = 1; count < editsOfABurst; count += 1) void edit(server, large, count, []);
    await edit(server, large, editsOfABurst, times);
  }
  const versions = server.pushedVersions(large.uri);
  await server.stop();

  const edits = load.bursts * editsOfABurst;
  const { median, highest } = summarize(times);
  tellFigures(
    "bursts of edits, diagnostics pushed",
    `${inFigures(edits)} edits in ${load.bursts} bursts, diagnostics of ${inFigures(versions.length)} of them; ` +
      `last edit → its diagnostics: median ${inFigures(median, 1)} ms, slowest ${inFigures(highest, 1)} ms`,
  );
  expect(versions.length).toBeLessThan(edits / 10);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  // The first version is the text as it was opened.
  expect(versions.at(-1)).toBe(edits + 1);
  expect(median).toBeLessThan(limit);
  expect(highest).toBeLessThan(slowestLimit);
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
