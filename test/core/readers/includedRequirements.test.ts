/** Files of other formats that manifests take in: read as pip reads them, and as their own format too. */

import { describe, expect, test } from "vitest";
import { readText } from "../../../server/src/core/check.ts";

const namesIn = (path: string, text: string, isIncluded = true): string[] =>
  readText({ path, text, isIncluded }).references.map(({ kind, name }) => `${kind} ${name}`);

describe("read as requirements too", () => {
  test.each([
    ["a file that no reader knows", "deps.lst", "flask\nan odd line\nnumpy\n", ["flask", "numpy"]],
    [
      "requirements in Python's guise",
      "deps.py",
      "# ours\n\nflask>=2 ; python_version > '3'\nnumpy[x]\n",
      ["flask", "numpy"],
    ],
    [
      "with options and places",
      "deps.py",
      "--pre\n-r x.txt\n./here\nhttps://x.example/a.zip\nflask\n",
      ["flask"],
    ],
    ["with variables", "deps.py", "\u0024{NAME}\nflask\n", ["flask"]],
    ["continued lines", "environment.yml", "fla\\\nsk\n", ["flask"]],
  ])("%s", (_, path, text, names) => {
    expect(namesIn(path, text)).toEqual(names.map((name) => `distribution ${name}`));
    if (path !== "deps.lst") expect(namesIn(path, text, false)).toEqual([]);
  });
});

describe("read as their own format alone, since pip refuses them", () => {
  test.each([
    ["setup.cfg", "[metadata]\nname = acme\n[options]\ninstall_requires =\n  flask\n"],
    ["pyproject.toml", '[project]\nname = "acme"\nversion = "1"\ndependencies = ["flask"]\n'],
    ["script.py", "import flask\nx = 1\nnumpy\n"],
    ["environment.yml", "name: x\ndependencies:\n  - numpy\n  - pip:\n      - flask\n"],
    ["notes.md", "Some words.\n\nnumpy\n\n```sh\npip install flask\n```\n"],
    ["pylock.toml", 'lock-version = "1.0"\n[[packages]]\nname = "flask"\n'],
  ])("%s", (path, text) => {
    expect(namesIn(path, text)).toEqual(namesIn(path, text, false));
    expect(namesIn(path, text)).not.toEqual([]);
  });
});

test("what is written once is found once, and silenced as its own format says", () => {
  const text = 'flask = "1"\nnumpy = "2"  # namesake: ignore\n';
  const { references, ignores } = readText({
    path: "Pipfile",
    text: `# [packages]\n${text}`,
    isIncluded: true,
  });
  expect(references.map(({ name }) => name)).toEqual(["flask", "numpy"]);
  expect(ignores).toHaveLength(1);
  const pipfile = `[packages]\n${text}`;
  expect(namesIn("Pipfile", pipfile)).toEqual(namesIn("Pipfile", pipfile, false));
});
