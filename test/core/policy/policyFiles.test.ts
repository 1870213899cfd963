import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPolicy } from "../../../server/src/core/policy/policy.ts";
import { policyFiles, policyLayer } from "../../../server/src/core/policy/policyFiles.ts";
import { today } from "../../support/world.ts";

function layerOf(path: string, text: string) {
  const file = policyFiles.find((each) => each.path === path);
  if (!file) throw new Error(`${path} is no policy file`);
  return policyLayer(file, text, { shown: path, mayRelax: true });
}

const valuesOf = (path: string, text: string): unknown => layerOf(path, text)?.values ?? null;

describe("namesake.json", () => {
  test.each([
    { text: '{ "enable": false }', values: { enable: false }, malformed: false },
    { text: '\ufeff{ "enable": false, /* why */ }\n', values: { enable: false }, malformed: false },
    { text: "{}", values: {}, malformed: false },
    { text: '{ "enable": false', values: { enable: false }, malformed: true },
    // Editors that make the file on the way to the first entry leave it empty until it is saved.
    { text: "", values: {}, malformed: false },
    { text: "[]", values: [], malformed: true },
    { text: "null", values: null, malformed: true },
  ])("$text", ({ text, values, malformed }) => {
    expect(layerOf("namesake.json", text)).toMatchObject({ malformed });
    expect(layerOf("namesake.json", text)?.values).toEqual(values);
  });
});

describe("[tool.namesake]", () => {
  test.each([
    {
      text: '[tool.namesake]\nsensitivity = "strict"\nmaxProblems = 5\nenable = true',
      values: { sensitivity: "strict", maxProblems: 5, enable: true },
    },
    {
      text: '[tool.namesake]\ntrust.requireReason = true\nexclude = [\n  "a", # why\n  "b",\n]',
      values: { trust: { requireReason: true }, exclude: ["a", "b"] },
    },
    {
      text: '[tool.namesake.trustedPackages]\n"acme-*" = { reason = "ours", expires = 2027-06-30 }\nacme = {}',
      values: { trustedPackages: { "acme-*": { reason: "ours", expires: "2027-06-30" }, acme: {} } },
    },
    {
      text: '[tool]\nnamesake = { severity = { typosquat = "off" } }',
      values: { severity: { typosquat: "off" } },
    },
    { text: "tool.namesake.enable = false", values: { enable: false } },
    { text: '[project]\nname = "namesake"', values: null },
    { text: "[tool.other]\nenable = false # namesake", values: null },
    { text: "", values: null },
  ])("$text", ({ text, values }) => {
    expect(valuesOf("pyproject.toml", text)).toEqual(values);
  });
});

describe(".vscode/settings.json", () => {
  test.each([
    {
      text: '{ "editor.rulers": [1], "namesake.trust.requireReason": true, "namesake.severity": {} }',
      values: { "trust.requireReason": true, severity: {} },
    },
    { text: '{ "namesakes": 1 }', values: {} },
    { text: "", values: {} },
  ])("$text", ({ text, values }) => {
    expect(valuesOf(".vscode/settings.json", text)).toEqual(values);
  });
});

test("any text whatever is read", () => {
  const text = fc.oneof(
    fc.string(),
    fc.string().map((rest) => `[tool.namesake]\n${rest}`),
    fc.json().map((json) => `{ "trustedPackages": ${json} }`),
  );
  fc.assert(
    fc.property(text, (text) => {
      const layers = policyFiles.flatMap(({ path }) => layerOf(path, text) ?? []);
      readPolicy(layers, today);
    }),
  );
});
