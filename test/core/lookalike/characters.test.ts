/** Which letters are taken for one another, by the eye and by the finger. */

import { describe, expect, test } from "vitest";
import { areLookalikeLetters } from "../../../server/src/core/lookalike/characters.ts";
import { areNeighbourKeys } from "../../../server/src/core/lookalike/keyboard.ts";

describe("letters that look alike, whichever of the two was meant", () => {
  test.each("0o 1l 1i il 5s 2z 8b 6b 9g 9q gq uv 3e 4a".split(" "))("%s", (pair) => {
    expect(areLookalikeLetters(pair[0]!, pair[1]!)).toBe(true);
    expect(areLookalikeLetters(pair[1]!, pair[0]!)).toBe(true);
  });

  test.each("ab oo 7t xk -_ 0l".split(" "))("but not %s", (pair) => {
    expect(areLookalikeLetters(pair[0]!, pair[1]!)).toBe(false);
  });
});

describe("keys side by side", () => {
  test.each([
    ["in one row, on each keyboard", "12 0- qw op as kl zx nm"],
    ["one row down, straight or to the left", "1q 2q 2w qa wa ws az sz sx pl jm km jn"],
    ["in the German way", "tz zu yx m- l-"],
    ["in the French way", "az qs lm wx 1a mp wq"],
  ])("%s", (_, pairs) => {
    for (const pair of pairs.split(" ")) {
      expect(areNeighbourKeys(pair[0]!, pair[1]!), pair).toBe(true);
      expect(areNeighbourKeys(pair[1]!, pair[0]!), pair).toBe(true);
    }
  });

  test.each("ap qe aa q3 1s zp pa mz 01 tl".split(" "))("but not %s", (pair) => {
    expect(areNeighbourKeys(pair[0]!, pair[1]!)).toBe(false);
  });
});
