import { expect, test } from "vitest";
import { normalizeName } from "../../server/src/core/names.ts";
import { includedPaths, makeWorkspaceFacts } from "../../server/src/core/workspaceFacts.ts";

const factsOf = (...paths: string[]) => makeWorkspaceFacts({ paths, manifests: [], installed: [] });

test.each([
  ["helpers.py", "helpers", true],
  ["src/acme/core/__init__.py", "acme", true],
  ["src/acme/core/__init__.py", "core", true],
  ["native.cpython-311-x86_64-linux-gnu.so", "native", true],
  ["native.pyd", "native", true],
  ["stubs/thing.pyi", "thing", true],
  ["notebooks/plot.ipynb", "plot", true],
  ["docs/readme.md", "docs", false],
  ["docs/readme.md", "readme", false],
  ["helpers.txt", "helpers", false],
  ["helpers.py", "helper", false],
  [".py", "", false],
])("of %s, %s is an own module: %s", (path, module, own) => {
  expect(factsOf(path).ownModules.has(module)).toBe(own);
});

test("a manifest is told before a lock, and what it takes in is read as requirements", () => {
  const facts = makeWorkspaceFacts({
    paths: [],
    manifests: [
      {
        path: "uv.lock",
        text: '[[package]]\nname = "httpx"\nversion = "1.0"\n[[package]]\nname = "idna"\nversion = "3"\n',
      },
      { path: "deps.list", text: "# ours\nhttpx\n", isIncluded: true },
    ],
    installed: [],
  });
  expect(facts.declared.get(normalizeName("httpx"))).toEqual({ path: "deps.list", line: 1 });
  expect(facts.declared.get(normalizeName("idna"))).toEqual({ path: "uv.lock", line: 4 });
  const dev = { path: "requirements/dev.txt", text: "-r ../deps.list\n-c ../../x.txt\n" };
  expect(includedPaths(dev)).toEqual(["deps.list"]);
  expect([...facts.included]).toEqual(["deps.list"]);
});

test("what the manifests ask for and the environment has is known in normal form", () => {
  const facts = makeWorkspaceFacts({
    paths: [],
    manifests: [
      { path: "requirements.txt", text: "Flask_SQLAlchemy>=3\n-r other.txt\n" },
      { path: "notes.md", text: "requests\n" },
    ],
    installed: ["ruamel.yaml"],
  });
  expect([...facts.declared]).toEqual([["flask-sqlalchemy", { path: "requirements.txt", line: 0 }]]);
  expect(facts.installed.has(normalizeName("ruamel-yaml"))).toBe(true);
});

test("blanks in quotes are no file that a command installs from", () => {
  const tox = (command: string) => ({ path: "tox.ini", text: `[testenv]\ncommands = ${command}\n` });
  expect(includedPaths(tox('pip install -r "\n    "'))).toEqual([]);
  expect(includedPaths(tox('pip install -r "a b.txt"'))).toEqual(["a b.txt"]);
});

test("a lock takes in no other file, unless it is taken in itself", () => {
  const lock = { path: "uv.lock", text: "-r dev.txt\n" };
  expect(includedPaths(lock)).toEqual([]);
  expect(includedPaths({ ...lock, isIncluded: true })).toEqual(["dev.txt"]);
});
