/**
 * What the server keeps of a person's memory once fifty files are open: Python files that import, requirements, project files.
 * Resident memory as the system counts it, without forcing a collection first; beside it what is alive after one.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { scratchFolder } from "../../../scripts/machine/scratch.mjs";
import { popularNames } from "../../support/knowledge.ts";
import { pythonFile } from "../material/pythonFiles.ts";
import { pinned } from "../material/requirements.ts";
import type { Measure } from "../measure.ts";
import { bundleProgram, namesakeServer } from "../programs.ts";
import { runRounds } from "../rounds.ts";
import { startServer } from "../server.ts";
import { aboveTheFloor } from "../statistics.ts";

const rounds = 7;
const megabyte = 1e6;

interface File {
  readonly name: string;
  readonly languageId: string;
  readonly text: string;
}

export const memory: Measure = {
  id: "memory",
  title: "Memory of the running server with 50 open files",
  async run() {
    const emptyServer = await bundleProgram("emptyServer");
    const memoryReporter = await bundleProgram("reportMemory");
    const files = makeFiles();
    const folder = scratchFolder();
    for (const { name, text } of files) writeFileSync(join(folder, name), text);

    const measure = async (program: string) => {
      const server = await startServer({ program, folder, memoryReporter });
      let found = 0;
      for (const { name, languageId, text } of files) {
        const uri = pathToFileURL(join(folder, name)).href;
        found += (await server.open(uri, languageId, text)).length;
      }
      const { resident, live } = await server.memory();
      await server.stop();
      return { resident: resident / megabyte, live: live / megabyte, found };
    };
    const results = await runRounds(
      rounds,
      { empty: () => measure(emptyServer), ours: () => measure(namesakeServer) },
      1,
    );
    if (results.ours.some(({ found }) => found === 0)) throw new Error("The server found nothing.");

    const resident = results.ours.map((each) => each.resident);
    const floor = results.empty.map((each) => each.resident);
    return {
      comparisons: [
        {
          what: "resident",
          unit: "MB",
          samples: resident,
          floors: [{ what: "a server without features, the same files opened", samples: floor }],
          goals: [aboveTheFloor(resident, floor, 25, "MB")],
        },
        {
          what: "alive on the heap and in buffers",
          unit: "MB",
          samples: results.ours.map((each) => each.live),
          floors: [{ what: "a server without features", samples: results.empty.map((each) => each.live) }],
        },
      ],
    };
  },
};

function makeFiles(): File[] {
  const popular = popularNames();
  return Array.from({ length: 50 }, (_, place): File => {
    if (place % 5 === 1) {
      const text = pinned(250, popular.slice(place));
      return { name: `requirements-${place}.txt`, languageId: "pip-requirements", text };
    }
    return { name: `module${place}.py`, languageId: "python", text: pythonFile(place) };
  });
}
