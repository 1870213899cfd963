/**
 * Expectations drawn under the text they are about, as an editor draws them:
 *
 *     reqeusts==2.0
 *     ^^^^^^^^ typosquat requests
 *
 * A line of white space, carets and a label marks the line above it. Several marks stand below one another, in the order
 * of their places. A caret is one UTF-16 code unit, as everywhere in Namesake, so that `😀` has two.
 */

import type { TextSpan } from "../../server/src/core/reference.ts";

export interface Mark {
  readonly span: TextSpan;
  readonly label: string;
}

const ANNOTATION = /^(\s*)(\^+) (.+)$/;

/** Takes the drawing apart into the text that a person wrote and the marks below it. */
export function readSquiggles(drawing: string): { text: string; marks: Mark[] } {
  const lines: string[] = [];
  const marks: Mark[] = [];
  let lineStart = 0;
  let nextStart = 0;
  for (const line of drawing.split("\n")) {
    const annotation = ANNOTATION.exec(line);
    if (annotation === null) {
      lines.push(line);
      lineStart = nextStart;
      nextStart += line.length + 1;
      continue;
    }
    const [, indentation, carets, label] = annotation;
    const start = lineStart + indentation!.length;
    marks.push({ span: { start, end: start + carets!.length }, label: label! });
  }
  return { text: lines.join("\n"), marks };
}

/** Draws marks below the lines they stand in, so that the difference of two drawings can be read. */
export function drawSquiggles(text: string, marks: readonly Mark[]): string {
  const inOrder = [...marks].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let lineStart = 0;
  const drawn: string[] = [];
  for (const line of text.split("\n")) {
    const lineEnd = lineStart + line.length;
    drawn.push(line);
    for (const { span, label } of inOrder) {
      if (span.start < lineStart || span.start > lineEnd) continue;
      // Tabs stay, so that the carets stand under their word however wide a tab is.
      const indentation = line.slice(0, span.start - lineStart).replace(/[^\t]/g, " ");
      const beyond = span.end > lineEnd ? " (goes on in the next line)" : "";
      const carets = "^".repeat(Math.max(1, Math.min(span.end, lineEnd) - span.start));
      drawn.push(`${indentation}${carets} ${label}${beyond}`);
    }
    lineStart = lineEnd + 1;
  }
  return drawn.join("\n");
}
