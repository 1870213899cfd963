/** A change cannot hide what it adds: what it says of trust is reported and not in force, and files that it has passed over are looked at. */

import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { commit, git, makeRepository } from "./repository.ts";

const program = resolve("dist", "cli.js");

interface Result {
  readonly findings: readonly { readonly path: string; readonly name: string }[];
  readonly policyChanges: readonly { readonly key: string }[];
}

interface Way {
  /** Beside a README. */
  readonly before?: Readonly<Record<string, string>>;
  readonly arguments_?: readonly string[];
  /** Links that the change adds, by path, to where they lead. */
  readonly links?: Readonly<Record<string, string>>;
  /** Files that the change moves, by path, to their new paths. */
  readonly moves?: Readonly<Record<string, string>>;
}

/** What a check says of a commit that adds the files to a repository. */
function checkChange(
  files: Readonly<Record<string, string>>,
  { before, arguments_, links, moves }: Way = {},
): Result {
  const folder = makeRepository({ before: "", after: "", disk: "" }, "disk");
  write(folder, { README: "x\n", ...before });
  commit(folder);
  for (const [path, target] of Object.entries(moves ?? {})) {
    mkdirSync(join(folder, target, ".."), { recursive: true });
    git(folder, "mv", path, target);
  }
  write(folder, files);
  for (const [path, target] of Object.entries(links ?? {})) symlinkSync(target, join(folder, path));
  git(folder, "add", "--all", "--force");
  if (!arguments_?.includes("--staged"))
    git(folder, "-c", "user.name=T", "-c", "user.email=t@example.com", "commit", "--quiet", "-m", "x");
  const words = [program, "check", ...(arguments_ ?? ["--since", "HEAD~1"]), "--format", "json"];
  const { stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  return JSON.parse(stdout) as Result;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const bad = { "requirements.txt": "reqeusts\n" };
const trusting = { trustedPackages: { reqeusts: { reason: "fine" } } };

describe("what a change says of trust is reported, and not in force", () => {
  test.each([
    {
      what: "an entry in namesake.json",
      files: { ...bad, "namesake.json": JSON.stringify(trusting) },
      key: "namesake.trustedPackages.reqeusts",
    },
    {
      what: "an entry in the settings",
      files: {
        ...bad,
        ".vscode/settings.json": '{ "namesake.trustedPackages": { "req*": {} } }',
      },
      key: "namesake.trustedPackages.req*",
    },
    {
      what: "an entry in pyproject.toml",
      files: { ...bad, "pyproject.toml": "[tool.namesake]\nenable = false\n" },
      key: "namesake.enable",
    },
    {
      what: "files left out",
      files: { ...bad, "namesake.json": '{ "exclude": ["**/*"] }' },
      key: "namesake.exclude",
    },
    {
      what: "an ignore comment in a new file",
      files: { "requirements.txt": "reqeusts  # namesake: ignore\n" },
      key: "# namesake: ignore",
    },
  ])("$what", ({ files, key }) => {
    const { findings, policyChanges } = checkChange(files);
    expect(findings.map(({ name }) => name)).toEqual(["reqeusts"]);
    expect(policyChanges.map((change) => change.key)).toEqual([key]);
  });
});

describe("files that are committed are looked at", () => {
  test.each([
    { what: "although git ignores them", files: { ...bad, ".gitignore": "*.txt\n" } },
    { what: "although an environment seems to begin at the root", files: { ...bad, "pyvenv.cfg": "" } },
    {
      what: "although an environment seems to begin in their folder",
      files: { "sub/requirements.txt": "reqeusts\n", "sub/pyvenv.cfg": "" },
    },
    { what: "although a folder has conda's", files: { ...bad, "conda-meta/history": "" } },
  ])("$what", ({ files }) => {
    expect(checkChange(files).findings.map(({ name }) => name)).toEqual(["reqeusts"]);
  });

  test("but not in folders of other people's packages", () => {
    expect(checkChange({ "node_modules/x/requirements.txt": "reqeusts\n" }).findings).toEqual([]);
  });
});

describe("a policy file that the change adds in a subfolder leaves the outer policy in force there", () => {
  const before = { "namesake.json": '{ "blockedPackages": { "flask": {} } }', "services/api/main.py": "" };
  const files = { "services/api/requirements.txt": "flask\n" };
  const arguments_ = ["services/api", "--since", "HEAD~1"];
  test.each(["namesake.json", ".vscode/settings.json"])("%s", (name) => {
    const { findings } = checkChange({ ...files, [`services/api/${name}`]: "{}" }, { before, arguments_ });
    expect(findings.map((finding) => finding.name)).toEqual(["flask"]);
  });

  test("but one that was there before makes a project of its own", () => {
    const ownProject = { ...before, "services/api/namesake.json": "{}" };
    expect(checkChange(files, { before: ownProject, arguments_ }).findings).toEqual([]);
  });
});

describe.skipIf(process.platform === "win32")("behind a link to a file that no reader knows", () => {
  test.each([["--staged"], ["--since", "HEAD~1"]])("%s", (...arguments_) => {
    const links = { "requirements.txt": "notes.dat" };
    const { findings } = checkChange({ "notes.dat": "reqeusts\n" }, { links, arguments_ });
    expect(findings).toMatchObject([{ path: "requirements.txt", name: "reqeusts" }]);
  });

  test("all of the file is new where the link is", () => {
    const before = { "notes.dat": "numpyy\n" };
    const links = { "requirements.txt": "notes.dat" };
    const { findings } = checkChange({ "notes.dat": "numpyy\nreqeusts\n" }, { before, links });
    expect(findings.map(({ name }) => name)).toEqual(["numpyy", "reqeusts"]);
  });
});

describe("whatever git calls a rename, it puts no policy in force", () => {
  test.each([
    { path: "docs/example.json", target: "namesake.json", text: JSON.stringify(trusting) },
    {
      path: ".vscode/settings.example.json",
      target: ".vscode/settings.json",
      text: '{ "namesake.enable": false }',
    },
    { path: "sub/namesake.json", target: "namesake.json", text: JSON.stringify(trusting) },
    {
      path: "sub/pyproject.toml",
      target: "pyproject.toml",
      text: '[tool.namesake]\nexclude = ["*.txt"]\n',
    },
  ])("$path moved to $target", ({ path, target, text }) => {
    const { findings, policyChanges } = checkChange(bad, {
      before: { [path]: text },
      moves: { [path]: target },
    });
    expect(findings.map(({ name }) => name)).toEqual(["reqeusts"]);
    expect(policyChanges).toMatchObject([{ change: "added" }]);
  });
});

describe("the names of a file that is moved are new where nobody was told of them before", () => {
  const text = "flask\nnumpy\nreqeusts\n";
  const moved = (path: string, target: string, before = {}, arguments_ = ["--since", "HEAD~1"]) =>
    checkChange({}, { before: { [path]: text, ...before }, moves: { [path]: target }, arguments_ });
  const exclude = { "namesake.json": '{ "exclude": ["vendor/**"] }' };

  test.each([
    { what: "no reader knew it", path: "data.dat", before: {} },
    { what: "the policy left it out", path: "vendor/requirements.txt", before: exclude },
    { what: "it lay in a hidden folder", path: ".cache/requirements.txt", before: {} },
    { what: "it lay among other people's packages", path: "node_modules/x/requirements.txt", before: {} },
    { what: "it was of another format", path: "dev.md", before: {} },
  ])("since $what", ({ path, before }) => {
    for (const arguments_ of [["--since", "HEAD~1"], ["--staged"]]) {
      const { findings } = moved(path, "requirements.txt", before, arguments_);
      expect(findings.map(({ name }) => name)).toEqual(["reqeusts"]);
    }
  });

  test("since it lay outside of what was checked", () => {
    const { findings } = moved("a/requirements.txt", "b/requirements.txt", {}, ["b", "--since", "HEAD~1"]);
    expect(findings.map(({ name }) => name)).toEqual(["reqeusts"]);
  });

  test("and so are its ignore comments", () => {
    const before = { "data.dat": "flask\nnumpy\nreqeusts  # namesake: ignore\n" };
    const { findings, policyChanges } = checkChange(
      {},
      { before, moves: { "data.dat": "requirements.txt" } },
    );
    expect(findings.map(({ name }) => name)).toEqual(["reqeusts"]);
    expect(policyChanges.map(({ key }) => key)).toEqual(["# namesake: ignore"]);
  });

  test.each([
    ["requirements.txt", "requirements/dev.txt"],
    ["requirements.txt", "api/requirements.txt"],
    ["dev-requirements.in", "constraints.txt"],
    ["vendored/requirements.txt", "requirements.txt"],
    ["docs/guide.md", "docs/start.md"],
  ])("but not where it was checked all along: %s moved to %s", (path, target) => {
    expect(moved(path, target, exclude)).toMatchObject({ findings: [], policyChanges: [] });
  });
});

describe("what a manifest takes in", () => {
  const ways = [["--since", "HEAD~1"], ["--staged"]];
  const including = (path: string) => ({ "requirements.txt": `flask\n-r ${path}\n` });
  const namesIn = (files: Readonly<Record<string, string>>, way?: Way): string[] =>
    checkChange(files, way).findings.map(({ path, name }) => `${path} ${name}`);

  test.each([
    ["base.lst", "--staged"],
    ["deps.py", "--since", "HEAD~1"],
    ["sub/list.txt", "--since", "HEAD~1"],
    [".deps/list.txt", "--since", "HEAD~1"],
    ["node_modules/x/requirements.txt", "--staged"],
  ])("is looked at: %s", (path, ...arguments_) => {
    expect(namesIn({ ...including(path), [path]: "reqeusts\n" }, { arguments_ })).toEqual([
      `${path} reqeusts`,
    ]);
    // It was there, and nobody had read it.
    const before = { [path]: "numpyy\n" };
    expect(namesIn(including(path), { arguments_, before })).toEqual([`${path} numpyy`]);
    const asBefore = { ...including(path), ...before };
    expect(namesIn({ [path]: "numpyy\nreqeusts\n" }, { arguments_, before: asBefore })).toEqual([
      `${path} reqeusts`,
    ]);
  });

  test("is looked at although git ignores what takes it in", () => {
    const files = { ...including("base.lst"), "base.lst": "reqeusts\n", ".gitignore": "*.txt\n" };
    for (const arguments_ of ways) expect(namesIn(files, { arguments_ })).toEqual(["base.lst reqeusts"]);
  });

  test("is nothing new where it was taken in before", () => {
    const before = { ...including("base.lst"), "base.lst": "flask\nnumpy\nreqeusts\n" };
    for (const arguments_ of ways) {
      expect(namesIn({ "base.lst": "flask\nreqeusts\n" }, { before, arguments_ })).toEqual([]);
      expect(namesIn({ "dev-requirements.txt": "-r base.lst\n" }, { before, arguments_ })).toEqual([]);
      expect(
        namesIn(including("other.lst"), { before, arguments_, moves: { "base.lst": "other.lst" } }),
      ).toEqual([]);
      expect(namesIn({ "requirements.txt": "flask\n" }, { before, arguments_ })).toEqual([]);
    }
  });

  test("is new where a file is moved there that nothing took in", () => {
    const before = { "base.lst": "flask\nnumpy\nreqeusts\n" };
    const moves = { "base.lst": "other.lst" };
    expect(namesIn(including("other.lst"), { before, moves })).toEqual(["other.lst reqeusts"]);
    expect(namesIn({}, { before, moves: { "base.lst": "requirements.txt" } })).toEqual([
      "requirements.txt reqeusts",
    ]);
  });

  test("is nothing where nothing takes it in", () => {
    for (const arguments_ of ways) expect(namesIn({ "base.lst": "reqeusts\n" }, { arguments_ })).toEqual([]);
  });
});

describe("a name that its place excused is new where the place does not", () => {
  const project = (sources: string): string =>
    `[project]\nname = "x"\ndependencies = ["reqeusts"]\n${sources}`;
  const source = '[tool.uv.sources]\nreqeusts = { index = "corp" }\n';
  const namesIn = (path: string, before: string, after: string): string[] =>
    checkChange({ [path]: after }, { before: { [path]: before } }).findings.map(({ name }) => name);
  const address = "reqeusts @ https://x.example/a.zip";

  test.each([
    ["an address", "requirements.txt", `${address}\n`, "reqeusts\n"],
    [
      "an address, and a comment",
      "requirements.txt",
      `${address}  # namesake: ignore\n`,
      "reqeusts  # namesake: ignore\n",
    ],
    ["a source that is taken away", "pyproject.toml", project(source), project("")],
    [
      "an import that may fail",
      "a.py",
      "try:\n    import zzqqxxwwvv\nexcept ImportError:\n    pass\n",
      "import zzqqxxwwvv\n",
    ],
  ])("%s", (_, path, before, after) => {
    expect(namesIn(path, before, after)).toHaveLength(1);
  });

  test.each([
    ["both before", "requirements.txt", `reqeusts\n${address}\n`, "reqeusts>=2\n"],
    ["only an address now", "requirements.txt", "pycryptoenv\n", "pycryptoenv @ https://x.example/a.zip\n"],
    [
      "another address",
      "requirements.txt",
      "pycryptoenv @ https://x.example/a.zip\n",
      "pycryptoenv @ https://x.example/b.zip\n",
    ],
    [
      "an import that may fail now",
      "a.py",
      "import reqeusts\n",
      "try:\n    import reqeusts\nexcept ImportError:\n    pass\n",
    ],
  ])("but not: %s", (_, path, before, after) => {
    expect(namesIn(path, before, after)).toEqual([]);
  });
});
