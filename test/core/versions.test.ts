import fc from "fast-check";
import { expect, test } from "vitest";
import { admittedVersions } from "../../server/src/core/versions.ts";

const bad = ["1.82.7", "1.82.8"];

test.each([
  { specifier: "==1.82.7", versions: ["1.82.7"], exact: true },
  { specifier: "== 1.82.7.0", versions: ["1.82.7"], exact: true },
  { specifier: "===1.82.8", versions: ["1.82.8"], exact: true },
  { specifier: "==v1.82.7", versions: ["1.82.7"], exact: true },
  { specifier: "==1.82.7,<2", versions: ["1.82.7"], exact: true },
  { specifier: "==1.82.6", versions: [], exact: true },
  { specifier: "==1.82.*", versions: bad, exact: false },
  { specifier: ">=1.82", versions: bad, exact: false },
  { specifier: "~=1.82.7", versions: bad, exact: false },
  { specifier: ">=1.82,!=1.82.7", versions: ["1.82.8"], exact: false },
  { specifier: "<1.82.7", versions: [], exact: false },
  { specifier: "nonsense", versions: [], exact: false },
  { specifier: "==", versions: [], exact: false },
  { specifier: "", versions: bad, exact: false },
  { specifier: null, versions: [], exact: false },
])("$specifier admits $versions, exactly one: $exact", ({ specifier, versions, exact }) => {
  expect(admittedVersions(specifier, bad)).toEqual({ versions, exact });
});

test("any text is taken", () => {
  fc.assert(fc.property(fc.string(), (text) => void admittedVersions(text, bad)));
});
