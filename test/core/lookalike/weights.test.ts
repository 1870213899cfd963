/** The trained weights fit the techniques, and a few of them say what people know. */

import { expect, test } from "vitest";
import { explanations } from "../../../server/src/core/lookalike/index.ts";
import { thresholds, weights } from "../../../server/src/core/lookalike/weights.ts";
import { normalizeName } from "../../../server/src/core/names.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const knowledge = shippedKnowledge();

test("every observation has a weight", () => {
  const names = [
    "reqeusts",
    "pycryptoenv",
    "requests-helper-x",
    "lib-numpyx",
    "python3-boto3",
    "panads-2",
    "djan-go",
  ];
  for (const name of names) {
    for (const { candidate } of explanations(normalizeName(name), knowledge)) {
      for (const observation of Object.keys(candidate.evidence))
        expect(weights).toHaveProperty([observation]);
    }
  }
});

test("quiet asks for more than balanced, and that for more than strict", () => {
  expect(thresholds.quiet).toBeGreaterThan(thresholds.balanced);
  expect(thresholds.balanced).toBeGreaterThan(thresholds.strict);
});

test("popularity speaks for an attack, a large family against it", () => {
  for (const [observation, weight] of Object.entries(weights)) {
    if (/: popularity$/.test(observation) && !observation.startsWith("three"))
      expect(weight, observation).toBeGreaterThan(0);
  }
  expect(weights["dashed: family of the target"]).toBeLessThan(0);
});
