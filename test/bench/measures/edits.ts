/**
 * How long after a key the squiggles are right again: a name in a requirements file becomes one that was never seen, by an
 * incremental change in a running server. Pulled and pushed, each beside a server that answers at once with nothing.
 */

import { setTimeout } from "node:timers/promises";
import { popularNames } from "../../support/knowledge.ts";
import { pinned } from "../material/requirements.ts";
import type { Comparison, Curve, Growth, Measure, Point } from "../measure.ts";
import { bundleProgram, namesakeServer } from "../programs.ts";
import { runRounds } from "../rounds.ts";
import { type RunningServer, startServer } from "../server.ts";
import { aboveTheFloor, median } from "../statistics.ts";

const rounds = 30;
const warmUps = 15;
/** Milliseconds between one edit and the next: a person rests, and a server that pushes may. */
const rests = { pull: 0, push: 120 };
const sizes = [100, 1_000, 10_000];
/** Milliseconds above the floor, by lines. */
const limits = new Map([
  [1_000, 2],
  [10_000, 12],
]);
const uri = "file:///bench/requirements.txt";

export const edits: Measure = {
  id: "edits",
  title: "Edit in an open requirements file → new diagnostics",
  async run() {
    const emptyServer = await bundleProgram("emptyServer");
    const comparisons: Comparison[] = [];
    const points: { readonly ours: Point[]; readonly floor: Point[] } = { ours: [], floor: [] };
    for (const delivery of ["pull", "push"] as const) {
      for (const size of delivery === "pull" ? sizes : limits.keys()) {
        const ours = await openIn(namesakeServer, delivery, size);
        const empty = await openIn(emptyServer, delivery, size);
        const results = await runRounds(
          rounds,
          {
            empty: (round) => timeEdit(empty, size, round, rests[delivery]),
            ours: (round) => timeEdit(ours, size, round, rests[delivery]),
          },
          warmUps,
        );
        await Promise.all([ours.stop(), empty.stop()]);
        if (results.ours.some(({ sawIt }) => !sawIt)) throw new Error("The server missed an edit.");
        const samples = results.ours.map(({ time }) => time);
        const floor = results.empty.map(({ time }) => time);
        if (delivery === "pull") {
          points.ours.push({ size, median: median(samples) });
          points.floor.push({ size, median: median(floor) });
        }
        const limit = limits.get(size);
        if (limit === undefined) continue;
        comparisons.push({
          what: `${size.toLocaleString("en")} lines, ${delivery}ed`,
          unit: "ms",
          samples,
          floors: [{ what: "a server that answers with nothing", samples: floor }],
          goals: [aboveTheFloor(samples, floor, limit, "ms")],
        });
      }
    }
    const curves: Curve[] = [
      { what: "ours, pulled", isFloor: false, points: points.ours },
      { what: "answering nothing", isFloor: true, points: points.floor },
    ];
    const growth: Growth = { what: "Edit → diagnostics", of: "lines", unit: "ms", curves };
    return { comparisons, growth: [growth] };
  },
};

async function openIn(program: string, delivery: "pull" | "push", size: number): Promise<RunningServer> {
  const server = await startServer({ program, delivery });
  await server.open(uri, "pip-requirements", text(size));
  return server;
}

/** The line that is edited stands in the middle. */
function text(size: number): string {
  const lines = pinned(size, popularNames()).split("\n");
  lines[size / 2] = writtenName(-1);
  return lines.join("\n");
}

async function timeEdit(server: RunningServer, size: number, round: number, rest: number) {
  await setTimeout(rest);
  const line = size / 2;
  const range = { start: { line, character: 0 }, end: { line, character: writtenName(round - 1).length } };
  const started = performance.now();
  const diagnostics = await server.edit(uri, range, writtenName(round));
  const time = performance.now() - started;
  return { time, sawIt: diagnostics.some(({ range }) => range.start.line === line) };
}

/** A misspelling of `requests-toolbelt`, another one each time. */
function writtenName(round: number): string {
  const letter = (place: number) => String.fromCharCode(97 + (place % 26));
  return `reqeusts-tool${letter(round + 1)}${letter(Math.floor((round + 1) / 26))}belt`;
}
