/** What a project has and asks for, in whichever order: each question is answered as going through all names would. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { normalizeName } from "../../../server/src/core/names.ts";
import { projectNames } from "../../../server/src/core/rules/projectNames.ts";
import { makeWorkspaceFacts } from "../../../server/src/core/workspaceFacts.ts";

const facts = (installed: readonly string[]) => makeWorkspaceFacts({ paths: [], manifests: [], installed });

test.each([
  [["zope-interface", "acme", "zope-event", "zope"], "zope-", ["zope-event", "zope-interface"]],
  [["b", "a"], "a", ["a"]],
  [["b", "a"], "c", []],
  [[], "a", []],
])("of %j those that begin with %s", (installed, beginning, expected) => {
  expect(projectNames(facts(installed)).beginningWith(beginning)).toEqual(expected);
});

test("any names", () => {
  const name = fc.stringMatching(/^[abc]{1,3}(-[abc]{1,2})?$/);
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), name, (installed, asked) => {
      const { has, beginningWith, hasPart } = projectNames(facts(installed));
      const all = [...new Set(installed)].sort();
      expect(has(normalizeName(asked))).toBe(all.includes(asked));
      expect(beginningWith(asked)).toEqual(all.filter((each) => each.startsWith(asked)));
      const joined = asked.replace("-", "");
      expect(hasPart(joined)).toBe(all.some((each) => each.replace("-", "").includes(joined)));
    }),
  );
});

test("the facts of a project are laid out once", () => {
  const once = facts(["acme"]);
  expect(projectNames(once)).toBe(projectNames(once));
});

test("of a stranger's many names only the first letters are searched", () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `acme${index}`);
  expect(projectNames(facts([...many, "zzz"])).hasPart("zzz")).toBe(false);
  expect(projectNames(facts([...many.slice(0, 5_000), "zzz"])).hasPart("zzz")).toBe(true);
});
