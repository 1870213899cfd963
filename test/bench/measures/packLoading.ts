/** How long it takes from the bytes of the data file until names can be judged, in a process that has just started, and what is kept. */

import type { Measure } from "../measure.ts";
import type { PackLoad } from "../programs/loadPack.ts";
import { bundleProgram, pack, runProgram } from "../programs.ts";
import { runRounds } from "../rounds.ts";
import { aboveTheFloor, median } from "../statistics.ts";

const rounds = 25;
const megabyte = 1e6;

export const packLoading: Measure = {
  id: "pack-loading",
  title: "Loading the pack",
  async run() {
    const program = await bundleProgram("loadPack");
    const load = async (until: "read" | "judge") =>
      JSON.parse(await runProgram(["--expose-gc", program, pack, until])) as PackLoad;
    const { read, judged } = await runRounds(rounds, {
      read: () => load("read"),
      judged: () => load("judge"),
    });
    const reading = [{ what: "reading the bytes", samples: judged.map((each) => each.read) }];
    const ready = judged.map((each) => each.ready);
    const kept = judged.map(({ live }) => live / megabyte);
    const keptBytes = read.map(({ live }) => live / megabyte);
    return {
      comparisons: [
        {
          what: "bytes read → ready to judge",
          unit: "ms",
          samples: ready,
          floors: reading,
          goals: [{ what: "ready after", reached: median(ready), bound: "at most", limit: 12, unit: "ms" }],
        },
        {
          what: "bytes read → four first verdicts, by code that never ran",
          unit: "ms",
          samples: judged.map((each) => each.judged),
          floors: [{ what: "all of it once more", samples: judged.map((each) => each.judgedAgain) }],
        },
        {
          what: "alive on the heap and in buffers",
          unit: "MB",
          samples: kept,
          floors: [{ what: "a process that only read the bytes", samples: keptBytes }],
          goals: [aboveTheFloor(kept, keptBytes, 8, "MB")],
        },
      ],
    };
  },
};
