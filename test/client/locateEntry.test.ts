import { expect, test } from "vitest";
import { locateEntry } from "../../client/src/policy/locateEntry.ts";

const settings = `{
  // "acme" is ours
  "namesake.blockedPackages": { "acme": {} },
  "namesake.trustedPackages": { "acme": {}, "acme-*": {} }
}`;

function located(text: string, name: string): string {
  const { start, end } = locateEntry(text, name);
  return `${text.slice(0, start).split("\n").length}:${text.slice(start, end)}`;
}

test.each([
  ["an entry, not its namesakes before", settings, "acme", '4:"acme"'],
  ["a pattern", settings, "acme-*", '4:"acme-*"'],
  ["the list where the entry is gone", settings, "other", "4:"],
  ["a policy file's entry", '{ "trustedPackages": {\n"acme": {} } }', "acme", '2:"acme"'],
  [
    "an entry of a table",
    '[project]\nname = "acme"\n[tool.namesake]\ntrustedPackages = { acme = {} }',
    "acme",
    "4:acme",
  ],
  [
    "a table of its own",
    "[tool.namesake.trustedPackages.acme-core]\nreason = 'ours'",
    "acme-core",
    "1:acme-core",
  ],
  ["a pattern in a table", '[tool.namesake.trustedPackages]\n"acme-*" = {}', "acme-*", '2:"acme-*"'],
  [
    "an entry, not what a comment or a value before it says",
    `{ "trustedPackages": {
  // It's "acme": ours. /* acme = ours */
  "other": { "reason": "like \\"acme\\": ours", "by": "acme" },
  /* "acme": {} */
  "acme" : {}
} }`,
    "acme",
    '5:"acme"',
  ],
  [
    "an entry after a comment of TOML",
    "[tool.namesake.trustedPackages]\n# acme = don't\n'acme' = {}",
    "acme",
    "3:'acme'",
  ],
  ["no entry in the table that holds the list", "[tool.namesake]\nmaxProblems = 1", "tool", "1:"],
  ["the start where there is no list", "// nothing here\n{}", "acme", "1:"],
  ["the start of an empty file", "", "acme", "1:"],
])("finds %s", (_, text, name, expected) => {
  expect(located(text, name)).toBe(expected);
});

test.each([
  ["a row of spaces", " ", " "],
  ["a comment that never ends", " ", "/*"],
  ["a string that never ends", " ", '"\\'],
  ["a long word", "a", "a"],
])("%s takes no time", (_, name, part) => {
  const text = `{ "trustedPackages": {${part.repeat(200_000)}`;
  const start = performance.now();
  expect(located(text, name)).toBe("1:");
  expect(performance.now() - start).toBeLessThan(1000);
});
