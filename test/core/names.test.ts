import fc from "fast-check";
import { expect, test } from "vitest";
import { isValidName, normalizeName, splitWords } from "../../server/src/core/names.ts";

test.each([
  ["Flask_SQLAlchemy", "flask-sqlalchemy"],
  ["ruamel.yaml", "ruamel-yaml"],
  ["zope.-_interface", "zope-interface"],
  ["requests", "requests"],
  ["", ""],
])("%j is %j in normal form (PEP 503)", (written, normal) => {
  expect(normalizeName(written)).toBe(normal);
});

test("the normal form of a normal form is itself", () => {
  fc.assert(fc.property(fc.string(), (text) => normalizeName(normalizeName(text)) === normalizeName(text)));
});

test.each([
  ["requests", true],
  ["A.B-C_d2", true],
  ["x", true],
  ["-x", false],
  ["x-", false],
  ["x y", false],
  ["rеquests", false],
  ["", false],
])("%j is a name in the sense of PEP 508: %j", (written, valid) => {
  expect(isValidName(written)).toBe(valid);
});

test("words are what stands between hyphens", () => {
  expect(splitWords(normalizeName("google_cloud.storage"))).toEqual(["google", "cloud", "storage"]);
  expect(splitWords(normalizeName("-odd-"))).toEqual(["odd"]);
});
