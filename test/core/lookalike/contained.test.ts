/** Popular names inside longer ones, and what stands around them. */

import { describe, expect, test } from "vitest";
import { findContained } from "../../../server/src/core/lookalike/contained.ts";
import { normalizeName } from "../../../server/src/core/names.ts";

const ranks = new Map<string, number>([
  ["requests", 5],
  ["numpy", 9],
  ["six", 12],
  ["py", 13],
  ["yaml", 14],
  ["pycrypto", 600],
  ["crypto", 400],
  ["token", 20],
  ["tokenizers", 700],
  ["google-cloud", 40],
  ["cloud", 800],
  ["a-b", 900],
]);

function containedIn(written: string): string[] {
  return findContained(normalizeName(written), { rankOf: (name) => ranks.get(name) ?? null })
    .map(({ rank, before, after, joint }) => {
      const name = [...ranks].find(([, other]) => other === rank)?.[0];
      return `${before}[${name}]${after} ${joint}`;
    })
    .sort();
}

describe("behind a hyphen", () => {
  test.each([
    ["requests-env", ["[requests]env dashed"]],
    ["my-requests", ["my[requests] dashed"]],
    ["my-requests-env", ["my[requests]env dashed"]],
    ["my-own-requests-env-x", ["my-own[requests]env-x dashed"]],
    ["numpy-requests", ["[numpy]requests dashed", "numpy[requests] dashed"]],
    ["my-six", ["my[six] dashed"]],
    ["a-b-x", ["[a-b]x dashed"]],
    ["my-py", []],
    ["requests", []],
    ["other-words", []],
    ["", []],
  ])("%s: %j", (written, expected) => {
    expect(containedIn(written)).toEqual(expected);
  });

  test("in the middle of six words, and only at the ends of more", () => {
    expect(containedIn("a-c-requests-d-e-f")).toEqual(["a-c[requests]d-e-f dashed"]);
    expect(containedIn("a-c-requests-d-e-f-g")).toEqual([]);
    expect(containedIn("requests-c-d-e-f-g-h")).toEqual(["[requests]c-d-e-f-g-h dashed"]);
    expect(containedIn("c-d-e-f-g-h-requests")).toEqual(["c-d-e-f-g-h[requests] dashed"]);
  });
});

describe("without a hyphen", () => {
  test.each([
    ["requestsenv", ["[requests]env glued"]],
    ["myrequests", ["my[requests] glued"]],
    ["numpyrequests", ["[numpy]requests glued", "numpy[requests] glued"]],
    ["requestsxy", ["[requests]xy glued"]],
    ["requestsx", []],
    ["xrequests", []],
    ["sixenv", []],
    ["yamlenv", []],
    ["tokenab", ["[token]ab glued"]],
    ["requestsabcdefghijklmnop", ["[requests]abcdefghijklmnop glued"]],
    ["requestsabcdefghijklmnopq", []],
    ["google-cloudenv", ["[google-cloud]env glued"]],
    ["mygoogle-cloud", ["my[google-cloud] glued"]],
    ["requestsenv-x", []],
    ["x-envrequests", []],
    ["my-xrequests", []],
  ])("%s: %j", (written, expected) => {
    expect(containedIn(written)).toEqual(expected);
  });
});

describe("a name inside a longer one that was found too", () => {
  test("does not count, unless it is thirty times better known", () => {
    expect(containedIn("pycryptoenv")).toEqual(["[pycrypto]env glued"]);
    expect(containedIn("google-cloud-x")).toEqual(["[google-cloud]x dashed"]);
    expect(containedIn("tokenizersenv")).toEqual(["[token]izersenv glued", "[tokenizers]env glued"]);
  });
});
