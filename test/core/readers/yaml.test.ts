import { describe, expect, test } from "vitest";
import { readCondaEnvironment } from "../../../server/src/core/readers/condaEnvironment.ts";
import { longestYaml } from "../../../server/src/core/readers/yaml.ts";

function namesIn(text: string): string[] {
  return readCondaEnvironment(text).references.map(({ name }) => name);
}

describe("a file that no person writes", () => {
  const environment = "dependencies:\n- pip:\n  - requests\n";

  test("is skipped when it is too large, and says so", () => {
    const longest = `${environment}${"#".repeat(longestYaml - environment.length)}`;
    expect(readCondaEnvironment(longest).references).toHaveLength(1);
    expect(readCondaEnvironment(longest).skipped).toBeUndefined();
    expect(readCondaEnvironment(`${longest}#`)).toMatchObject({
      references: [],
      skipped: "too-large",
    });
  });

  test.each(["[", "{", "{a: ", "- ", "? ", "[{", "a: ["])("exhausts no stack with %j", (nesting) => {
    const depth = Math.floor((longestYaml - environment.length) / nesting.length);
    expect(namesIn(environment + nesting.repeat(depth))).toEqual([]);
  });

  test("exhausts no stack with indentation", () => {
    const lines = Array.from({ length: 700 }, (_, depth) => `${" ".repeat(depth)}a:`);
    expect(namesIn(`${environment}x:\n${lines.join("\n")}`)).toEqual([]);
  });
});

describe("each way to write a string", () => {
  test.each([
    ["plain", "- a", ["a"]],
    ["double quotes", '- "a"', ["a"]],
    ["single quotes", "- 'a'", ["a"]],
    ["escapes", '- "\\x61b\\u0063"', ["abc"]],
    ["a doubled quote", "- 'a ; python_version > ''3'''", ["a"]],
    ["a literal block", "- |\n      a\n      b\n", ["a", "b"]],
    ["a folded block", "- >-\n      a\n      >=1\n", ["a"]],
    ["plain text over two lines", "- a\n      >=1", ["a"]],
    ["an anchor and an alias", "- &x a\n    - *x", ["a"]],
    ["an alias of a list", "&x [a, b]\nz: *x", ["a", "b"]],
    ["a tag", "- !!str a", ["a"]],
    ["a comment behind it", "- a # b", ["a"]],
    ["CR LF", "- a\r\n    - b\r\n", ["a", "b"]],
    ["an alias of nothing", "- *x", []],
    ["an alias of itself", "&x [*x]", []],
    ["a map", "- a: b", []],
    ["a null", "-\n    - ~", []],
  ])("%s", (_, list, names) => {
    expect(namesIn(`dependencies:\n- pip:\n    ${list}`)).toEqual(names);
  });
});
