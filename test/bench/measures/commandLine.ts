/** `namesake check` over a project of 6,000 Python files, 100 MB, as a person waits for it; beside a program that reads the files. */

import { join } from "node:path";
import { scratchFolder } from "../../../scripts/machine/scratch.mjs";
import { defectsOfProject, writePythonProject } from "../material/pythonFiles.ts";
import type { Measure } from "../measure.ts";
import { bundleProgram, namesakeCommand, runProgram } from "../programs.ts";
import { runRounds } from "../rounds.ts";
import { median, timesTheFloor } from "../statistics.ts";

/** How many rounds, by the number of files. */
const sizes = new Map([
  [60, 7],
  [600, 7],
  [6_000, 9],
]);

export const commandLine: Measure = {
  id: "command-line",
  title: "The command line over 6,000 Python files, 100 MB",
  async run() {
    const readFiles = await bundleProgram("readFiles");
    const timed = [];
    for (const [size, rounds] of sizes) {
      const folder = join(scratchFolder(), "project");
      writePythonProject(folder, size);
      const { floor, ours } = await runRounds(
        rounds,
        {
          floor: () => time(() => runProgram([readFiles, folder])),
          ours: () => time(() => check(folder, defectsOfProject(size))),
        },
        1,
      );
      timed.push({ size, ours, floor });
    }
    const { ours, floor } = timed.at(-1)!;
    return {
      comparisons: [
        {
          what: "started → ended",
          unit: "ms",
          samples: ours,
          floors: [{ what: "a program that walks the folder and reads the files", samples: floor }],
          goals: [timesTheFloor(ours, floor, 2.5)],
        },
      ],
      growth: [
        {
          what: "Command line",
          of: "Python files",
          unit: "ms",
          curves: [
            {
              what: "namesake check",
              isFloor: false,
              points: timed.map(({ size, ours }) => ({ size, median: median(ours) })),
            },
            {
              what: "reading the files",
              isFloor: true,
              points: timed.map(({ size, floor }) => ({ size, median: median(floor) })),
            },
          ],
        },
      ],
    };
  },
};

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function check(folder: string, defects: number): Promise<void> {
  // It ends with 1 where it finds something.
  const report = JSON.parse(await runProgram([namesakeCommand, "check", folder, "--format", "json"], 1));
  const found = report.findings.length;
  if (found !== defects) throw new Error(`The command line found ${found} of ${defects} defects.`);
}
