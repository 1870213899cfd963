import { describe, expect, test } from "vitest";
import { readGithubWorkflow, readGitlabPipeline } from "../../../server/src/core/readers/ciScripts.ts";
import { readCondaEnvironment } from "../../../server/src/core/readers/condaEnvironment.ts";
import { readPreCommit } from "../../../server/src/core/readers/preCommit.ts";
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

  test.each(["[", "{", "{a: ", "- ", "? ", "[{", "a: ["])(
    "exhausts no stack with %j, and says so",
    (nesting) => {
      const depth = Math.floor((longestYaml - environment.length) / nesting.length);
      expect(readCondaEnvironment(environment + nesting.repeat(depth))).toMatchObject({
        references: [],
        skipped: "too-deep",
      });
    },
  );

  test("exhausts no stack with indentation", () => {
    const lines = Array.from({ length: 700 }, (_, depth) => `${" ".repeat(depth)}a:`);
    expect(readCondaEnvironment(`${environment}x:\n${lines.join("\n")}`).skipped).toBe("too-deep");
  });

  test("is skipped in a later document too", () => {
    expect(readCondaEnvironment(`${environment}---\n${"[".repeat(200)}`).skipped).toBe("too-deep");
  });

  test.each([
    ["brackets in a comment", `# ${"[".repeat(500)}`],
    ["brackets in a string", `x: "${"[{".repeat(500)}"`],
    ["brackets in plain text", `x: a${"[".repeat(500)}`],
    ["brackets side by side", `x: [${"[], {}, ".repeat(500)}]`],
    ["dashes in a comment", `# ${"- ".repeat(500)}`],
    ["question marks in a string", `x: '${"? ".repeat(500)}'`],
    ["an indented line of a block", `x: |\n  a\n${" ".repeat(500)}b`],
    ["indented continued text", `x: a\n${" ".repeat(500)}b`],
    ["an indented comment", `${" ".repeat(500)}# a`],
    ["fifty levels", `x: ${"[".repeat(50)}${"]".repeat(50)}`],
  ])("is not taken for one by %s", (_, decoy) => {
    for (const text of [`${decoy}\n${environment}`, `${environment}${decoy}\n`]) {
      expect(namesIn(text)).toEqual(["requests"]);
      expect(readCondaEnvironment(text).skipped).toBeUndefined();
    }
  });
});

describe("an alias", () => {
  test.each([
    ["stands for the list", "a: &a [x]\ndependencies: [pip: *a]", ["x"]],
    ["stands for a list within a list", "a: &a [x]\ndependencies: [pip: [*a, y]]", ["x", "y"]],
    ["stands for an aliased list", "a: &a [x]\nb: &b [*a, y]\ndependencies: [pip: *b]", ["x", "y"]],
    ["stands for a key", "a: &a pip\ndependencies: [{*a : [x]}]", ["x"]],
    ["of a key stands for a key", "&a pip: [y]\ndependencies: [{*a : [x]}]", ["x"]],
    [
      "stands for the last anchor before it",
      "a: &a [x]\nb: &a [y]\ndependencies: [pip: *a]\nc: &a [z]",
      ["y"],
    ],
    ["stands for a tagged node", "a: &a !!seq [x]\ndependencies: [pip: *a]", ["x"]],
    ["stands for the map of a list", "a: &a {pip: [x]}\ndependencies: [b, *a]", ["x"]],
    ["stands for all dependencies", "a: &a [{pip: [x]}]\ndependencies: *a", ["x"]],
    ["comes before its anchor", "dependencies: [pip: *a]\na: &a [x]", []],
    ["is of another document", "a: &a [x]\n---\ndependencies: [pip: *a]", []],
    ["stands for another key", "a: &a conda\ndependencies: [{*a : [x]}]", []],
    ["stands for what is no list", "a: &a {x: y}\ndependencies: [pip: *a]", []],
    ["stands for what holds it", "dependencies: &a [*a, pip: &b [*a, *b]]", []],
  ])("%s", (_, text, names) => {
    expect(namesIn(text).toSorted()).toEqual(names);
  });

  test("takes the time of one, however many stand for a long list", () => {
    const list = `a: &a [${"x, ".repeat(5000)}]\ndependencies:\n`;
    expect(namesIn(list + "- pip: *a\n".repeat(4000))).toHaveLength(5000);
    expect(namesIn(list + "- pip: [*a]\n".repeat(4000))).toHaveLength(5000);
  });

  test("makes a chain of any length", () => {
    const chain = Array.from({ length: 3000 }, (_, index) => `- &a${index + 1} [*a${index}]\n`).join("");
    expect(namesIn(`x:\n- &a0 [x]\n${chain}dependencies: [pip: *a3000]`)).toEqual(["x"]);
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

describe("a workflow's script", () => {
  test.each([
    ["folded in double quotes", 'run: "pip install\n  x"', ["x"]],
    ["folded in double quotes, with escapes", 'run: "pip\\x20install\r\n  \\x78 b"', ["x", "b"]],
    ["folded in single quotes", "run: 'pip install\n  x ''b'''", ["x", "b"]],
    ["whose empty line in quotes is a line break", 'run: "pip install\n\n  x"', []],
    ["whose escape in quotes is a line break", 'run: "pip install\\n  x"', []],
    ["in a block whose lines end in CR", "run: |\r  pip install x\r  b\r", ["x"]],
    ["in a block whose lines end in NEL", "run: |\x85  pip install x\x85  b\x85", ["x"]],
    ["in a block whose lines end in LS", "run: >\u2028  pip install x\u2028  y\u2028", ["x", "y"]],
    ["behind a comment with NEL", "# pip\x85run: pip install x", ["x"]],
    ["in a comment", "run: |\n  # pip\n  : #\\x61 pip install x\n", []],
    ["with escapes that write no installer", 'run: "p\\x6fp install x"', []],
    ["of another program with escapes", 'run: "p\\x69p install x"\nshell: "p\\x79thon"', []],
  ])("%s", (_, text, names) => {
    expect(readGithubWorkflow(text).references.map(({ name }) => name)).toEqual(names);
  });

  test("is looked at where an installer is mentioned, or may be in escapes", () => {
    const large = "#".repeat(longestYaml);
    expect(readGithubWorkflow(`run: pip\n${large}`).skipped).toBe("too-large");
    expect(readGithubWorkflow(`run: "\\x70ip"\n${large}`).skipped).toBe("too-large");
    expect(readGithubWorkflow(`run: make\n${large}`).skipped).toBeUndefined();
  });
});

describe("documents", () => {
  test.each([
    ["are all read", "a: {script: pip install x}\n---\nb: {script: pip install b}\n", ["x", "b"]],
    ["may be empty", "---\n---\n...\n---\nb: {script: pip install b}\n", ["b"]],
    ["have directives", "%YAML 1.1\n---\na: {script: pip install x}\n", ["x"]],
    ["are none in a block", "a:\n  script: |\n    pip install x\n    ---\n    b\n", ["x"]],
    [
      "are none in comments",
      "# ---\na: {script: pip install x}\n# ---\n# b: {script: pip install b}\n",
      ["x"],
    ],
  ])("%s", (_, text, names) => {
    expect(readGitlabPipeline(text).references.map(({ name }) => name)).toEqual(names);
  });
});

describe("a hook of pre-commit that says no language", () => {
  const config = (repository: string, id: string, list: string) =>
    `repos:\n- repo: https://example.org/${repository}\n  hooks:\n  - {id: ${id}, additional_dependencies: [${list}]}\n`;

  test.each([
    ["x", "y", "a", ["a"]],
    ["node", "y", "a", ["a"]],
    ["trust", "evaluate", "a", ["a"]],
    ["inode-properly", "y", "a", ["a"]],
    ["x", "y", "a, './b@1', ./c@v1", ["a"]],
    ["mirrors-eslint", "y", "a", []],
    ["x", "prettier", "a", []],
    ["x", "fix_eslint", "a", []],
    ["x", "golangci-lint", "a", []],
    ["pre-commit-golang", "y", "a", []],
    ["x", "rustfmt", "a", []],
    ["x", "stylua", "a", []],
    ["nodejs-hooks", "y", "a", []],
    ["x", "y", "a, b@1", []],
    ["x", "y", "a, b@latest", []],
    ["x", "y", "a, '@b/c'", []],
    ["x", "y", "github.com/a/b@v1, c", []],
    ["x", "y", "'a:1.0', 'b:2'", []],
    ["x", "y", "", []],
  ])("%s, %s: [%s]", (repository, id, list, names) => {
    const { references } = readPreCommit(config(repository, id, list));
    expect(references.map(({ name }) => name)).toEqual(names);
  });
});
