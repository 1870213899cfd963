/** Deleting what a reader says leaves a file without the package, and valid; `null` where that needs a person. */

import { describe, expect, test } from "vitest";
import { readers } from "../../../server/src/core/readers/index.ts";

function withoutJson(id: string, text: string): string | null {
  const references = readers.find((reader) => reader.id === id)!.read(text).references;
  const json = references.find(({ name }) => name === "json");
  if (json?.kind !== "distribution") throw new Error("no json here");
  return json.removal && text.slice(0, json.removal.start) + text.slice(json.removal.end);
}

describe.each<[id: string, rows: [title: string, text: string, expected: string | null][]]>([
  [
    "shell",
    [
      ["the first package", "pip install json flask", "pip install flask"],
      ["the last package with its quotes", "pip install flask 'json==1' # why", "pip install flask # why"],
      ["a continued line", "pip install flask \\\n  json \\\n  six", "pip install flask \\\n  six"],
      ["the only package", "pip install json", null],
      ["a version that the shell takes for a file", "pip install json>=2 flask", null],
      ["a tool that is run", "uvx json flask", null],
      ["beside the tool that is run", "uv run --with flask,json x.py", null],
    ],
  ],
  [
    "dockerfile",
    [
      ["a continued line", "RUN pip install flask \\\n  json\n", "RUN pip install flask\n"],
      ["the exec form", 'RUN ["pip", "install", "json", "flask"]', null],
    ],
  ],
  [
    "github-workflow",
    [["a block", "run: |\n  pip install \\\n    json \\\n    six\n", "run: |\n  pip install \\\n    six\n"]],
  ],
  [
    "conda-environment",
    [
      [
        "a line with its comment",
        "dependencies:\n  - pip:\n    - json # why\n    - six\n",
        "dependencies:\n  - pip:\n    - six\n",
      ],
      ["the only item", "dependencies:\n  - pip:\n    - json\n", null],
      ["an item among others in its line", "dependencies: [{pip: [json, six]}]", null],
    ],
  ],
  [
    "setup-cfg",
    [
      ["a line", "[options]\ninstall_requires =\n  json\n  six\n", "[options]\ninstall_requires =\n  six\n"],
      ["the line of the key", "[options]\ninstall_requires = json; six\n", null],
    ],
  ],
  [
    "tox",
    [["a line with its factors", "[testenv]\ndeps =\n  py310: json\n  six\n", "[testenv]\ndeps =\n  six\n"]],
  ],
  [
    "setup-py",
    [
      ["an item", 'install_requires=["json", "six"]', 'install_requires=["six"]'],
      ["a line", 'install_requires=[\n  "six",\n  "json",\n]', 'install_requires=[\n  "six",\n]'],
      ["an item of a tuple", 'install_requires=("six", "json", "x")', 'install_requires=("six", "x")'],
      ["an item of a set, which setuptools refuses as it is", 'install_requires={"json", "six"}', null],
      ["one side of an item", 'install_requires=[x or "json", "six"]', null],
      ["an item on a condition", 'install_requires=["json" if x else "six"]', null],
      ["no item", 'install_requires="json"', null],
    ],
  ],
  [
    "nox",
    [
      ["an argument", 's.install("six", "json")', 's.install("six")'],
      ["the only argument", 's.install("json", silent=True)', null],
      ["an argument of several lines", 's.install("six", "js"\n"on")', 's.install("six")'],
    ],
  ],
  [
    "notebook",
    [
      [
        "a word of a line in JSON",
        '{"cells": [{"cell_type": "code", "source": ["%pip install json six\\n"]}]}',
        '{"cells": [{"cell_type": "code", "source": ["%pip install six\\n"]}]}',
      ],
    ],
  ],
])("%s", (id, rows) => {
  test.each(rows)("%s", (_, text, expected) => {
    expect(withoutJson(id, text)).toBe(expected);
  });
});
