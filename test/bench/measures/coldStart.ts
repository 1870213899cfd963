/** How long a person waits for the first squiggle: the server is spawned, a file of 100 lines is opened. */

import { defects, requirements } from "../material/requirements.ts";
import type { Comparison, Measure } from "../measure.ts";
import { bundleProgram, namesakeServer, timeEmptyProgram } from "../programs.ts";
import { runRounds } from "../rounds.ts";
import { startServer } from "../server.ts";
import { timesTheFloor } from "../statistics.ts";

const rounds = 15;
const lines = 100;

export const coldStart: Measure = {
  id: "cold-start",
  title: "Cold start of the server",
  async run() {
    const text = requirements(lines);
    const emptyServer = await bundleProgram("emptyServer");
    const results = await runRounds(rounds, {
      node: timeEmptyProgram,
      empty: () => runOnce(emptyServer, text),
      namesake: () => runOnce(namesakeServer, text),
    });
    if (results.namesake.some(({ found }) => found !== defects(lines))) {
      throw new Error("The server did not find what is wrong in the file, so that its time means nothing.");
    }

    const compare = (what: string, moment: "initialized" | "diagnosed"): Comparison => {
      const samples = results.namesake.map((each) => each[moment]);
      const empty = results.empty.map((each) => each[moment]);
      return {
        what,
        unit: "ms",
        samples,
        floors: [
          { what: "a server without features, to the same moment", samples: empty },
          { what: "an empty Node program, start to end", samples: results.node },
        ],
        goals: moment === "initialized" ? [timesTheFloor(samples, empty, 1.15)] : [],
      };
    };
    return {
      comparisons: [
        compare("spawned → initialize answered", "initialized"),
        compare(`spawned → diagnostics of a ${lines}-line requirements file`, "diagnosed"),
      ],
    };
  },
};

async function runOnce(program: string, text: string) {
  const server = await startServer({ program });
  const diagnostics = await server.open("file:///bench/requirements.txt", "pip-requirements", text);
  const diagnosed = server.sinceSpawn();
  await server.stop();
  return { initialized: server.initialized, diagnosed, found: diagnostics.length };
}
