import { expect, test } from "vitest";
import { fingerprints } from "../../../server/src/cli/formats/fingerprint.ts";
import type { LocatedFinding } from "../../../server/src/cli/report.ts";

const found = (name: string, line: number, path = "requirements.txt"): LocatedFinding => ({
  path,
  range: { start: { line, character: 0 }, end: { line, character: name.length } },
  code: "typosquat",
  severity: "warning",
  kind: "distribution",
  name,
  targets: [],
  technique: null,
  message: name,
  unchanged: false,
});

test("lines that come before change nothing", () => {
  expect(fingerprints([found("reqeusts", 9)])).toEqual(fingerprints([found("reqeusts", 2)]));
});

test("nor does another spelling of the same name", () => {
  expect(fingerprints([found("Req_eusts", 0)])).toEqual(fingerprints([found("req-eusts", 0)]));
});

test("equal findings, other names and other files are told apart", () => {
  const all = fingerprints([found("a", 0), found("a", 1), found("b", 2), found("a", 0, "dev.txt")]);
  expect(new Set(all).size).toBe(4);
});

test("they are what they were in the last release", () => {
  expect(fingerprints([found("reqeusts", 0)])).toEqual([
    "e6066da68f10e84d6aceb92c4ad450278255645d87d6c61f916e04dc6cddce27",
  ]);
});
