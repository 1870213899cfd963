/**
 * A uv.lock of 5 MB is opened in a project that has it on the disk: the first one of a running server, and the same one again
 * when all code is warm. Beside it, our own reader alone, the first time and as often in a process of its own.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { scratchFolder } from "../../../scripts/machine/scratch.mjs";
import { popularNames } from "../../support/knowledge.ts";
import { uvLock } from "../material/lockFile.ts";
import type { Comparison, Measure } from "../measure.ts";
import { bundleProgram, namesakeServer, runProgram } from "../programs.ts";
import { runRounds } from "../rounds.ts";
import { startServer } from "../server.ts";
import { timesTheFloor } from "../statistics.ts";

const rounds = 7;
const openings = 6;

export const largeLock: Measure = {
  id: "large-lock",
  title: "A uv.lock of 5 MB opened → diagnostics",
  async run() {
    const emptyServer = await bundleProgram("emptyServer");
    const readLock = await bundleProgram("readLock");
    const folder = scratchFolder();
    const path = join(folder, "uv.lock");
    const text = uvLock(5e6, popularNames());
    writeFileSync(path, text);
    writeFileSync(join(folder, "pyproject.toml"), '[project]\nname = "acme"\ndependencies = ["requests"]\n');

    const openInServer = async (program: string) => {
      const server = await startServer({ program, folder });
      // What a server makes at its first question belongs to its start.
      await server.open("file:///bench/requirements.txt", "pip-requirements", "reqeusts\n");
      const times: number[] = [];
      let found = 0;
      for (let opening = 0; opening < openings; opening += 1) {
        const uri = pathToFileURL(path).href;
        const started = performance.now();
        found = (await server.open(uri, "toml", text)).length;
        times.push(performance.now() - started);
        await server.close(uri);
      }
      await server.stop();
      return { times, found };
    };
    const results = await runRounds(
      rounds,
      {
        read: async () => JSON.parse(await runProgram([readLock, path, String(openings)])) as number[],
        empty: () => openInServer(emptyServer),
        ours: () => openInServer(namesakeServer),
      },
      1,
    );
    if (results.ours.some(({ found }) => found === 0)) throw new Error("The server found nothing.");

    const compare = (what: string, opening: number, limit?: number): Comparison => {
      const samples = results.ours.map(({ times }) => times.at(opening)!);
      const reading = results.read.map((times) => times.at(opening)!);
      const empty = results.empty.map(({ times }) => times.at(opening)!);
      return {
        what,
        unit: "ms",
        samples,
        floors: [
          { what: "our own reader alone on the same text", samples: reading },
          { what: "a server without features, which is sent the same text", samples: empty },
        ],
        ...(limit === undefined ? {} : { goals: [timesTheFloor(samples, reading, limit)] }),
      };
    };
    return {
      comparisons: [compare("the first time", 0, 2), compare(`again, the ${openings}th time`, -1)],
    };
  },
};
