/** Checks a text with its squiggles drawn under it: the label is the code and, where there are any, the targets. */

import { expect } from "vitest";
import { checkReading, readText } from "../../server/src/core/check.ts";
import type { FolderContents } from "../../server/src/core/workspaceFacts.ts";
import { drawSquiggles, readSquiggles } from "./squiggles.ts";
import { makeWorld } from "./world.ts";

export interface Circumstances {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly contents?: Partial<FolderContents>;
}

/** @param drawing the first line break and the common margin are not part of the text */
export function expectFindings(
  path: string,
  drawing: string,
  { settings, contents }: Circumstances = {},
): void {
  const expected = withoutMargin(drawing);
  const { text } = readSquiggles(expected);
  const { findings } = checkReading(readText({ path, text }), makeWorld(settings, contents));
  const marks = findings.map(({ reference, code, targets }) => ({
    span: reference.span,
    label: [code, ...targets.map(({ name }) => name)].join(" "),
  }));
  expect(drawSquiggles(text, marks)).toBe(expected);
}

function withoutMargin(drawing: string): string {
  const lines = drawing.replace(/^\n/, "").replace(/\n *$/, "\n").split("\n");
  const margins = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)![0].length);
  const margin = Math.min(...margins);
  return lines.map((line) => line.slice(margin)).join("\n");
}
