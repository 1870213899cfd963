/**
 * The bench: every measure, or the named ones, as text or with `--json` for programs; `--write` puts the figures of all into
 * `docs/performance.md`. A new measure is a file and a line here.
 */

import { parseArgs } from "node:util";
import { writeDocument } from "./document.ts";
import { activation } from "./measures/activation.ts";
import { coldStart } from "./measures/coldStart.ts";
import { commandLine } from "./measures/commandLine.ts";
import { edits } from "./measures/edits.ts";
import { judging } from "./measures/judging.ts";
import { largeLock } from "./measures/largeLock.ts";
import { memory } from "./measures/memory.ts";
import { nearNames } from "./measures/nearNames.ts";
import { packageSize } from "./measures/packageSize.ts";
import { packLoading } from "./measures/packLoading.ts";
import { type Result, renderJson, renderText } from "./report.ts";

const measures = [
  nearNames,
  judging,
  coldStart,
  packLoading,
  edits,
  largeLock,
  memory,
  commandLine,
  packageSize,
  activation,
];

const { values, positionals } = parseArgs({
  options: { json: { type: "boolean", default: false }, write: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((id) => !measures.some((measure) => measure.id === id));
if (unknown.length > 0) {
  const known = measures.map(({ id }) => id).join(", ");
  console.error(`There is no measure ${unknown.join(", ")}. The measures: ${known}.`);
  process.exit(2);
}
if (values.write && positionals.length > 0) {
  console.error("All figures of docs/performance.md come from one run: --write takes no measures.");
  process.exit(2);
}

const results: Result[] = [];
for (const measure of measures) {
  if (positionals.length > 0 && !positionals.includes(measure.id)) continue;
  results.push({ measure, outcome: await measure.run() });
}
process.stdout.write(values.json ? renderJson(results) : renderText(results));
if (values.write) writeDocument(results);
