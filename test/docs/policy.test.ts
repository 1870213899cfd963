/** The policy files that docs/policy.md shows work as they stand, and say the same in both forms. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readPolicy } from "../../server/src/core/policy/policy.ts";
import { policyLayer, sharedPolicyFiles } from "../../server/src/core/policy/policyFiles.ts";
import { today } from "../support/world.ts";
import { readBlocks } from "./markdown.ts";

const blocks = readBlocks(readFileSync("docs/policy.md", "utf8"));

test.each([
  { path: "namesake.json", language: "json" },
  { path: "pyproject.toml", language: "toml" },
])("$path", ({ path, language }) => {
  const file = sharedPolicyFiles.find((each) => each.path === path)!;
  const shown = blocks.filter((block) => block.language === language);
  expect(shown).toHaveLength(1);
  const layer = policyLayer(file, shown[0]!.text, { shown: path, mayRelax: true });
  const { policy, problems } = readPolicy(layer ? [layer] : [], today);
  expect(problems).toEqual([]);
  expect(policy.exclude).toEqual(["vendor/**"]);
  expect(policy["trust.requireReason"]).toBe(true);
  expect(policy.private.rules.map(({ key }) => key)).toEqual(["acme-*"]);
  expect(policy.trusted.rules).toMatchObject([
    { key: "acme-legacy", reason: "to be replaced", expires: "2099-06-30" },
  ]);
});
