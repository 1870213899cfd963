/** Prints how good detection is: `node scripts/run.mjs test/evaluation/evaluate.ts [FOLDER] [--json]`. */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openKnowledge } from "../../server/src/core/knowledge/openKnowledge.ts";
import { readCases } from "./cases.ts";
import { measureAll, reportAsJson, reportAsText } from "./report.ts";

const { values, positionals } = parseArgs({ options: { json: { type: "boolean" } }, allowPositionals: true });
const knowledge = openKnowledge(new Uint8Array(readFileSync("dist/namesake.pack")));
if ("kind" in knowledge) throw new Error(`dist/namesake.pack: ${knowledge.kind}. Run npm run build.`);
const measured = measureAll(readCases(positionals[0] ?? "test/evaluation/cases"), knowledge);
console.log(values.json ? reportAsJson(measured) : reportAsText(measured));
