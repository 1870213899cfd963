/** How long it takes from the data file on the disk to the first verdict, in a process that has just started. */

import { join } from "node:path";
import type { Measure } from "../measure.ts";
import type { PackMoments } from "../programs/loadPack.ts";
import { bundleProgram, runProgram } from "../programs.ts";
import { runRounds } from "../rounds.ts";

const rounds = 25;

export const packLoading: Measure = {
  id: "pack-loading",
  title: "Loading the pack",
  async run() {
    const program = await bundleProgram("loadPack");
    const pack = join("dist", "namesake.pack");
    const { moments } = await runRounds(rounds, {
      moments: async () => JSON.parse(await runProgram(program, pack)) as PackMoments,
    });
    const floors = [{ what: "reading its bytes", samples: moments.map(({ read }) => read) }];
    return [
      { what: "file opened → ready to judge", samples: moments.map(({ opened }) => opened), floors },
      { what: "file opened → first name judged", samples: moments.map(({ judged }) => judged), floors },
    ];
  },
};
