import { describe, expect, test } from "vitest";
import { drawSquiggles, readSquiggles } from "./squiggles.ts";

describe("readSquiggles", () => {
  test("marks the nearest line of text above", () => {
    expect(readSquiggles("flask\nreqeusts, x\n^^^^^^^^ typo requests\n          ^ other\n")).toEqual({
      text: "flask\nreqeusts, x\n",
      marks: [
        { span: { start: 6, end: 14 }, label: "typo requests" },
        { span: { start: 16, end: 17 }, label: "other" },
      ],
    });
  });

  test("a line without a label, or with text before the carets, is text", () => {
    expect(readSquiggles("a\n^^^\nx ^^ y\n").marks).toEqual([]);
  });
});

describe("drawSquiggles", () => {
  test.each([
    ["nothing to mark", "flask\n"],
    ["one mark", "import reqeusts\n       ^^^^^^^^ module\n"],
    ["tabs before the mark", "\t\timport a\n\t\t       ^ module"],
    ["two marks in a line", "a b\n^ first\n  ^ second\n\nc\n^ third"],
    ["two code units", "😀\n^^ face"],
  ])("draws again what was read: %s", (_, drawing) => {
    const { text, marks } = readSquiggles(drawing);
    expect(drawSquiggles(text, [...marks].reverse())).toBe(drawing);
  });

  test("shows an empty mark, and one that leaves its line", () => {
    expect(
      drawSquiggles("ab\ncd", [
        { span: { start: 1, end: 4 }, label: "long" },
        { span: { start: 4, end: 4 }, label: "empty" },
      ]),
    ).toBe("ab\n ^ long (goes on in the next line)\ncd\n ^ empty");
  });
});
