import { describe, expect, test } from "vitest";
import { readPyproject } from "../../../server/src/core/readers/pyproject.ts";
import type { DistributionReference } from "../../../server/src/core/reference.ts";

function referencesIn(text: string): DistributionReference[] {
  return readPyproject(text).references.filter((reference) => reference.kind === "distribution");
}

describe("removal leaves a valid file", () => {
  test.each([
    ["an item", '[project]\ndependencies = ["a", "json>=1"]\n', '[project]\ndependencies = ["a"]\n'],
    [
      "an item on its line",
      '[project]\ndependencies = [\n  "json",\n]\n',
      "[project]\ndependencies = [\n]\n",
    ],
    [
      "an entry",
      '[tool.poetry.dependencies]\njson = "^1"\na = "1"\n',
      '[tool.poetry.dependencies]\na = "1"\n',
    ],
    [
      "an entry over lines",
      '[tool.poetry.dependencies]\njson = [\n  { version = "1" },\n]  # two\na = "1"\n',
      '[tool.poetry.dependencies]\na = "1"\n',
    ],
    [
      "an entry of an inline table",
      '[tool.poetry]\ndependencies = { json = "1", a = "1" }\n',
      '[tool.poetry]\ndependencies = { a = "1" }\n',
    ],
    ["dotted keys", '[tool.poetry]\ndependencies.json = "1"\nname = "x"\n', '[tool.poetry]\nname = "x"\n'],
  ])("%s", (_, text, expected) => {
    const { removal } = referencesIn(text).find(({ name }) => name === "json")!;
    expect(text.slice(0, removal!.start) + text.slice(removal!.end)).toBe(expected);
  });

  test("a table of its own is left to a person", () => {
    const [reference] = referencesIn('[tool.poetry.dependencies.json]\nversion = "1"\n');
    expect(reference).toMatchObject({ name: "json", removal: null });
  });
});

describe("an exact version can be deleted where something else can stay", () => {
  test.each([
    ["a requirement", "[project]\ndependencies = [\"a[b] ==1 ; python_version > '3'\"]", " ==1"],
    ["a range", '[project]\ndependencies = ["a>=1"]', null],
    ["the value of a key", '[tool.poetry.dependencies]\na = "==1"', null],
  ])("%s", (_, text, expected) => {
    const { pin } = referencesIn(text)[0]!;
    expect(pin && text.slice(pin.start, pin.end)).toBe(expected);
  });
});

describe("line ends and marks that no fixture shows", () => {
  test.each([
    ["CR LF", '[project]\r\ndependencies = [\r\n  "a",\r\n  """\r\nb""",\r\n]\r\n', ["a", "b"]],
    ["a byte order mark", '\ufeff[project]\ndependencies = ["a"]', ["a"]],
    ["tabs", '\t[project]\n\tdependencies\t=\t[\t"a"\t]', ["a"]],
    ["nothing", "", []],
    ["NUL", '\0[project]\0\ndependencies = ["a"]', []],
  ])("%s", (_, text, names) => {
    expect(referencesIn(text).map(({ name }) => name)).toEqual(names);
  });
});

describe("lists that the project takes in by its own name are no packages", () => {
  test.each([
    ["other letters", '[project]\nname = "Acme.Core"\ndependencies = ["acme_core[a]"]'],
    ["a list of extras", '[project]\nname = "acme"\noptional-dependencies.all = ["acme[a,b]"]'],
    ["a version and a marker", "[project]\nname = 'acme'\ndependencies = [\"acme[a]>=1; os_name == 'x'\"]"],
    ["a group", '[project]\nname = "acme"\n[dependency-groups]\nd = ["acme [ a ]"]'],
    ["what uv has", '[project]\nname = "acme"\n[tool.uv]\ndev-dependencies = ["acme[a]"]'],
    ["what Hatch has", '[project]\nname = "acme"\n[tool.hatch.envs.x]\ndependencies = ["ACME[a]"]'],
    ["a name that Poetry gives", '[tool.poetry]\nname = "acme"\n[dependency-groups]\nd = ["acme[a]"]'],
    [
      "a name that Flit gives",
      '[tool.flit.metadata]\nmodule = "acme"\nrequires-extra = { a = ["x"], b = ["acme[a]"] }',
    ],
  ])("%s", (_, text) => {
    expect(referencesIn(text).filter(({ name }) => name !== "x")).toEqual([]);
  });
});
