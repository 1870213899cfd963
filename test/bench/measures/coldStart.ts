/** How long a person waits for the first squiggle: the server is spawned, a file of 100 lines is opened. */

import { join } from "node:path";
import type { Measure } from "../measure.ts";
import { bundleProgram, timeEmptyProgram } from "../programs.ts";
import { runRounds } from "../rounds.ts";
import { runServer } from "../serverRun.ts";

const rounds = 15;

export const coldStart: Measure = {
  id: "cold-start",
  title: "Cold start of the server",
  async run() {
    const text = requirements(100);
    const emptyServer = await bundleProgram("emptyServer");
    const namesake = join("dist", "server.js");
    const results = await runRounds(rounds, {
      node: timeEmptyProgram,
      empty: () => runServer(emptyServer, text),
      namesake: () => runServer(namesake, text),
    });
    if (results.namesake.some(({ diagnostics }) => diagnostics !== defects(100))) {
      throw new Error("The server did not find what is wrong in the file, so that its time means nothing.");
    }

    const compare = (what: string, moment: "initialized" | "diagnosed") => ({
      what,
      samples: results.namesake.map((each) => each[moment]),
      floors: [
        { what: "an empty Node program, start to end", samples: results.node },
        {
          what: "a server without features, to the same moment",
          samples: results.empty.map((each) => each[moment]),
        },
      ],
    });
    return [
      compare("spawned → initialize answered", "initialized"),
      compare("spawned → diagnostics of a 100-line requirements file", "diagnosed"),
    ];
  },
};

/** Mostly ordinary lines, and in every twenty a misspelling and a private name, which take the longest to judge. */
const twentyLines = [
  "# Runtime",
  "django>=5.0,<6",
  "flask[async]==3.0.2",
  "requests",
  "numpy==1.26.4 ; python_version >= '3.9'",
  "pandas~=2.2",
  "scikit-learn",
  "python-dateutil",
  "reqeusts==2.31.0",
  "sqlalchemy>=2",
  "",
  "# Ours",
  "acme-billing-core==2.4.0",
  "boto3",
  "uvicorn[standard]",
  "fastapi",
  "pydantic>=2",
  "pillow",
  "pytest",
  "ruff",
];

function requirements(lines: number): string {
  return Array.from({ length: lines }, (_, line) => `${twentyLines[line % twentyLines.length]}\n`).join("");
}

function defects(lines: number): number {
  return (lines / twentyLines.length) * 2;
}
