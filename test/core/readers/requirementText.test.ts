/** One requirement as formats hold it in a text of its own, and the short form with an `@` that some tools take. */

import { describe, expect, test } from "vitest";
import { readRequirement } from "../../../server/src/core/readers/requirement.ts";
import { readRequirementText } from "../../../server/src/core/readers/requirementText.ts";

const read = (text: string) => readRequirementText({ text, locate: (part) => part }, null);

describe("a version behind an @", () => {
  test.each([
    ["ruff@0.5.0", "==0.5.0", "@0.5.0"],
    ["ruff[x] @ 1.0-rc.1", "==1.0-rc.1", "@ 1.0-rc.1"],
    ["ruff@latest", null, null],
    ["ruff@LATEST", null, null],
    ["ruff@*", null, null],
    ["ruff@v1.0", "v1.0", null],
    ["ruff@1.*", "1.*", null],
    ["ruff@^2.28", "^2.28", null],
    ["ruff@~1.2", "~1.2", null],
    ["ruff@~=1.2", "~=1.2", null],
    ["ruff@>=4", ">=4", null],
    ["ruff@!=4", "!=4", null],
  ])("%s", (text, specifier, pinned) => {
    const reference = read(text);
    expect(reference).toMatchObject({ name: "ruff", specifier, hashes: [], direct: false });
    const pin = reference?.pin ?? null;
    expect(pin && text.slice(pin.start, pin.end)).toBe(pinned);
  });

  test.each([
    "ruff@https://example.org/ruff.zip",
    "ruff@~/ruff",
    "ruff@~ruff",
    "ruff@latest/ruff",
    "ruff@my-latest",
    "ruff@*.zip",
    "ruff@1.0/ruff",
    "ruff@0.5.0/",
    "ruff@main",
  ])("%s is a place", (text) => {
    expect(read(text)).toMatchObject({ name: "ruff", specifier: null, pin: null, direct: true });
  });
});

test.each([
  ["ruff", null, null],
  ["ruff ", null, null],
  ["ruff>=1", ">=1", null],
  ["ruff==1", "==1", "==1"],
])("without an @: %s", (text, specifier, pinned) => {
  const reference = read(text);
  expect(reference).toMatchObject({ name: "ruff", specifier, hashes: [], removal: null, direct: false });
  const pin = reference?.pin ?? null;
  expect(pin && text.slice(pin.start, pin.end)).toBe(pinned);
});

test.each([
  ["./acme-1.0-py3-none-any.whl", "acme"],
  ["git+https://example.org/a#egg=acme", "acme"],
  ["./acme", null],
])("a place: %s", (text, name) => {
  const reference = read(text);
  expect(reference?.name ?? null).toBe(name);
  if (reference) expect(reference).toMatchObject({ specifier: null, pin: null, extras: [], direct: true });
});

describe("a requirement is read behind white space, with the extras that can be", () => {
  test.each([
    ["requests", []],
    ["\u00a0 \t requests", []],
    ["requests[]", []],
    ["requests[ socks , security ]", ["socks", "security"]],
    ["requests[socks,]", ["socks"]],
    ["requests[not one,two words too,socks]", ["socks"]],
    ["requests[-socks,socks-,_socks]", []],
    ["requests[a,B.c-d_e1]", ["a", "B.c-d_e1"]],
  ])("%j", (text, extras) => {
    const requirement = readRequirement(text);
    expect(requirement?.extras).toEqual(extras);
    expect(text.slice(requirement?.name.start, requirement?.name.end)).toBe("requests");
  });
});
