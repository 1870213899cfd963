/**
 * What each technique says of its finds, piece by piece, in a small world of popular names, and what that weighs together.
 * `evidence.txt` has names at the margin and what is found for each; with UPDATE=1 in the environment it is written anew.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { scoreOf } from "../../../server/src/core/lookalike/score.ts";
import type { Candidate } from "../../../server/src/core/lookalike/technique.ts";
import { techniques } from "../../../server/src/core/lookalike/techniques/index.ts";
import { weights } from "../../../server/src/core/lookalike/weights.ts";
import { ask } from "./surroundings.ts";

const file = new URL("evidence.txt", import.meta.url);
if (process.env.UPDATE) {
  writeFileSync(
    file,
    readEntries()
      .map(({ written }) => `${showFinds(written)}\n`)
      .join(""),
  );
}
const entries = readEntries();

describe("the evidence for", () => {
  test.each(entries)("$written", ({ written, entry }) => {
    expect(showFinds(written)).toBe(entry);
  });
});

test("each weight is for something observed of these names, and everything observed has a weight", () => {
  const observed = new Set(
    entries.flatMap(({ written }) => finds(written).flatMap(({ evidence }) => Object.keys(evidence))),
  );
  expect([...observed].sort()).toEqual(Object.keys(weights).sort());
});

/** Each begins with the written name at the start of a line. */
function readEntries(): { written: string; entry: string }[] {
  return readFileSync(file, "utf8")
    .split(/\n(?=\S)/)
    .map((entry) => ({ written: entry.split("\n", 1)[0]!.trim(), entry: entry.trimEnd() }));
}

function finds(written: string) {
  const query = ask(written);
  return techniques.flatMap(({ id, find }) =>
    find(query).map((candidate: Candidate) => ({
      ...candidate,
      technique: id,
      target: query.targets.nameOf(candidate.rank),
    })),
  );
}

function showFinds(written: string): string {
  const shown = finds(written).map(({ target, technique, spokenOfFrom, evidence }) => {
    const from = spokenOfFrom ? ` (from ${spokenOfFrom})` : "";
    return `  ${target} by ${technique}${from}, ${scoreOf(evidence).toFixed(2)}: ${Object.entries(evidence).map(showPiece).join("; ")}`;
  });
  return [written, ...shown].join("\n");
}

function showPiece([observation, amount]: readonly [string, number]): string {
  return amount === 1 ? observation : `${observation} = ${amount.toFixed(2)}`;
}
