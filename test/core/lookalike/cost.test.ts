/** What a judgement costs, at its worst. Mutation testing leaves this file out: a busy machine fails it too. */

import { expect, test } from "vitest";
import { findLookalikes } from "../../../server/src/core/lookalike/index.ts";
import { normalizeName } from "../../../server/src/core/names.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const knowledge = shippedKnowledge();
const many = Array.from({ length: 40 }, (_, index) => ["numpy", "requests", "flask", "py"][index % 4]).join(
  "-",
);
test.each([
  ["200 letters", "a".repeat(200)],
  ["40 words", many],
  ["62 characters, 31 words", "a-".repeat(31)],
  ["64 letters", "requests".repeat(8)],
  ["12 popular words", "numpy-pandas-scipy-flask-django-click-rich-torch-boto3-six-attrs"],
])("%s take less than a millisecond", (_, written) => {
  const name = normalizeName(written);
  const times = Array.from({ length: 41 }, () => {
    const start = performance.now();
    findLookalikes(name, "unknown", "strict", knowledge);
    return performance.now() - start;
  });
  expect(times.sort((a, b) => a - b)[20]).toBeLessThan(1);
});
