/** A file that was edited is read as if nobody had read it before. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rereadRequirementsFile } from "../../../server/src/core/readers/editedRequirements.ts";
import { readRequirementsFile } from "../../../server/src/core/readers/requirements.ts";

const reread = (before: string, after: string) =>
  rereadRequirementsFile(after, before, readRequirementsFile(before));

describe("an edited requirements file is read as a new one", () => {
  test.each([
    { what: "a name was typed", before: "a\nb\nc\n", after: "a\nbb\nc\n" },
    { what: "a line was put in", before: "a\nb\n", after: "a\nx # namesake: ignore\nb\n" },
    { what: "a line was taken out", before: "a\nx\nb", after: "a\nb" },
    { what: "all was taken out", before: "a\nb\n", after: "" },
    { what: "nothing was there", before: "", after: "-r x.txt\n--index-url https://x\n" },
    { what: "nothing was changed", before: "a\nb", after: "a\nb" },
    { what: "a backslash joins the next line", before: "a\nb\n==1\nc\n", after: "a\nb\\\n==1\nc\n" },
    { what: "a backslash no longer joins", before: "a\nb\\\r\n==1\r\nc\r\n", after: "a\nb\r\n==1\r\nc\r\n" },
    { what: "a carriage return went", before: "a\nb\r\nc", after: "a\nb\nc" },
    { what: "the last line lost its end", before: "a\nb\nc\n", after: "a\nb\nc" },
    { what: "a byte order mark came to stand first", before: "a\n\ufeffb\nc\n", after: "\ufeffb\nc\n" },
    { what: "a byte order mark stands second", before: "\n\ufeffb\nc\n", after: "\n\ufeffb\ncc\n" },
  ])("$what", ({ before, after }) => {
    expect(reread(before, after)).toEqual(readRequirementsFile(after));
  });

  const parts = fc.constantFrom(
    ...[
      "flask",
      "==1.0",
      "\n",
      "\n",
      "\r\n",
      "\r",
      "\\",
      "\\\n",
      "\\\r\n",
      " # x",
      "# namesake: ignore",
      "\ufeff",
    ],
    ...[
      "-r other.txt",
      " --hash=sha256:a",
      "--extra-index-url https://x.example",
      "[a]",
      " ",
      "\f",
      "\u2028",
    ],
  );
  const text = fc.array(parts, { maxLength: 40 }).map((some) => some.join(""));
  const edit = fc.record({
    at: fc.nat(),
    removed: fc.nat({ max: 6 }),
    put: fc.array(parts, { maxLength: 3 }),
  });

  test("whatever was edited, time and again", () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 5 }), (first, edits) => {
        let before = first;
        let reading = readRequirementsFile(before);
        for (const { at, removed, put } of edits) {
          const start = at % (before.length + 1);
          const after = before.slice(0, start) + put.join("") + before.slice(start + removed);
          reading = rereadRequirementsFile(after, before, reading);
          expect(reading).toEqual(readRequirementsFile(after));
          before = after;
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

test("an edit at each place around those up to which texts are compared at once", () => {
  const text = Array.from({ length: 700 }, (_, line) => `package-${line}==1.0\n`).join("");
  const reading = readRequirementsFile(text);
  const around = [4_096, 8_192].flatMap((place) => [place, text.length - place]);
  for (const start of around.flatMap((place) => [-2, -1, 0, 1, 2].map((step) => place + step))) {
    for (const after of [
      `${text.slice(0, start)}x${text.slice(start)}`,
      `${text.slice(0, start)}${text.slice(start + 1)}`,
      `${text.slice(0, start)}${text.slice(0, 4_096)}${text.slice(start)}`,
    ]) {
      expect(rereadRequirementsFile(after, text, reading)).toEqual(readRequirementsFile(after));
    }
  }
});

describe("the lines that nobody touched are not read again, but those beside the edited one", () => {
  const lines = Array.from({ length: 1_000 }, (_, line) => `package-${line}==1.0\n`);
  const read = readRequirementsFile(lines.join(""));
  const before = { ...read, references: read.references.map((one) => ({ ...one, name: "kept" })) };

  test.each([
    ["flask\n", [499, 500, 501]],
    ["requests-99==1.0\n", [499, 500]],
  ])("%j", (line, again) => {
    const after = rereadRequirementsFile(lines.with(500, line).join(""), lines.join(""), before);
    expect(after.references).toHaveLength(1_000);
    expect(after.references.flatMap(({ name }, place) => (name === "kept" ? [] : place))).toEqual(again);
    expect(after.references[0]).toBe(before.references[0]);
    // What did not move is the same, not only equal.
    if (line.length === lines[500]!.length) expect(after.references[999]).toBe(before.references[999]);
  });
});
