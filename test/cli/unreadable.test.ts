/**
 * Files and folders that the program may not read, and those that are deleted while it looks. What it could not check it
 * says, and the exit code tells; what is gone is nobody's business.
 */

import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { checkFile, reportContext } from "../../server/src/cli/checkFile.ts";
import { findProjects, readDisk } from "../../server/src/cli/project.ts";
import { readPolicy } from "../../server/src/core/policy/policy.ts";
import { longestYaml } from "../../server/src/core/readers/yaml.ts";
import { readIfThere } from "../../server/src/node/textFile.ts";
import { dayOfData, onDay } from "../support/day.ts";
import { shippedKnowledge } from "../support/knowledge.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { today } from "../support/world.ts";
import { commit, git } from "./repository.ts";
import { runUnprivileged } from "./unprivileged.ts";

const day = onDay(dayOfData());

const requirements = { "requirements.txt": "reqeusts\n" };
const closed = { ...requirements, "closed/requirements.txt": "numpyy\n" };
const unchecked = "permission denied; names in this folder were not checked";

describe.skipIf(process.platform === "win32")("without permission", () => {
  function run(folder: string, ...arguments_: readonly string[]) {
    const { status, stdout, stderr } = runUnprivileged(folder, ...arguments_);
    return { status, stdout, said: stderr };
  }

  /** @param path below the folder; closed for the time of the test */
  function close(folder: string, path: string): void {
    chmodSync(join(folder, path), 0);
    onTestFinished(() => chmodSync(join(folder, path), 0o700));
  }

  test("a folder is named, the rest is checked, and the exit code tells", () => {
    const folder = temporaryFolder(closed);
    close(folder, "closed");
    const { status, stdout, said } = run(folder, "check");
    expect(said).toBe(`namesake: closed: ${unchecked}\n`);
    expect(stdout).toContain("'reqeusts'");
    expect(status).toBe(2);
  });

  test("the folder itself is named", () => {
    const folder = temporaryFolder(closed);
    close(folder, "closed");
    const { status, said } = run(folder, "check", "closed");
    expect(said).toContain(`namesake: closed: ${unchecked}\n`);
    expect(status).toBe(2);
  });

  test.each([
    { what: "that git ignores", files: { ".gitignore": "/closed/\n" }, arguments_: [], expected: 1 },
    {
      what: "that the policy leaves out",
      files: { "namesake.json": '{ "exclude": ["closed/**"] }' },
      arguments_: [],
      expected: 1,
    },
    {
      what: "beside the place that was named",
      files: { "open/main.py": "" },
      arguments_: ["open"],
      expected: 0,
    },
    { what: "beside the file that was named", files: {}, arguments_: ["requirements.txt"], expected: 1 },
  ])("no word is said of a folder $what", ({ files, arguments_, expected }) => {
    const folder = temporaryFolder({ ...closed, ...files });
    close(folder, "closed");
    const { status, said } = run(folder, "check", ...arguments_);
    expect(said).toBe("");
    expect(status).toBe(expected);
  });

  test.each(["node_modules", ".cache", "__pycache__"])("nor of what is none of the project's: %s", (name) => {
    const folder = temporaryFolder({ ...requirements, [`${name}/x.py`]: "" });
    close(folder, name);
    expect(run(folder, "check")).toMatchObject({ status: 1, said: "" });
  });

  test("a file is named, and the rest is checked", () => {
    const folder = temporaryFolder({ ...requirements, "main.py": "import numpyy\n" });
    close(folder, "requirements.txt");
    const { status, stdout, said } = run(folder, "check");
    expect(said).toBe("namesake: requirements.txt: permission denied\n");
    expect(stdout).toContain("'numpyy'");
    expect(status).toBe(2);
  });

  test.each([
    { file: "namesake.json", text: "{}", place: "namesake.json" },
    { file: ".vscode/settings.json", text: "{}", place: ".vscode/settings.json" },
    { file: ".vscode/settings.json", text: "{}", place: ".vscode" },
    { file: "pyproject.toml", text: "[tool.namesake]\n", place: "pyproject.toml" },
  ])("a policy file is named, and names are judged without it: $place is closed", ({ file, text, place }) => {
    const folder = temporaryFolder({ ...requirements, [file]: text });
    close(folder, place);
    const { status, stdout, said } = run(folder, "check");
    expect(said).toContain(`namesake: ${file}: permission denied\n`);
    expect(stdout).toContain("'reqeusts'");
    expect(status).toBe(2);
    expect(run(folder, "policy")).toMatchObject({
      status: 2,
      said: `namesake: ${file}: permission denied\n`,
    });
  });

  test("a list of names has its gaps named too", () => {
    const folder = temporaryFolder(closed);
    close(folder, "closed");
    expect(run(folder, "list")).toMatchObject({ status: 2, said: `namesake: closed: ${unchecked}\n` });
  });

  test("a change is held to account also where its folder is closed, but not where it is staged", () => {
    const folder = temporaryFolder(requirements);
    git(folder, "init", "--quiet", "--initial-branch=main");
    commit(folder);
    mkdirSync(join(folder, "closed"));
    writeFileSync(join(folder, "closed", "requirements.txt"), "numpyy\n");
    git(folder, "add", "--all");
    close(folder, "closed");
    const staged = run(folder, "check", "--staged");
    expect(staged).toMatchObject({ status: 1, said: "" });
    expect(staged.stdout).toContain("'numpyy'");
    const changed = run(folder, "check", "--since", "HEAD");
    expect(changed.status).toBe(2);
    expect(changed.said).toContain(`namesake: closed: ${unchecked}\n`);
    expect(changed.said).toContain("namesake: closed/requirements.txt: permission denied\n");
  });
});

describe("files that their format is not read for", () => {
  const environment = "dependencies:\n- pip:\n  - reqeusts\n";
  const large = `${environment}${"#".repeat(longestYaml)}\n`;
  const deep = `${environment}x: ${"[".repeat(200)}${"]".repeat(200)}\n`;
  const files = { ...requirements, "deep/environment.yml": deep, "large/environment.yml": large };
  const complaints =
    "namesake: deep/environment.yml: it is nested too deeply for a file in YAML\n" +
    "namesake: large/environment.yml: it is too large for a file in YAML\n";

  function run(folder: string, ...arguments_: readonly string[]) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [...day.options, resolve("dist", "cli.js"), ...arguments_],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, ...day.environment },
      },
    );
    return { status, stdout, said: stderr };
  }

  test.each(["check", "list"])("are named by %s, and the exit code tells", (command) => {
    const { status, stdout, said } = run(temporaryFolder(files), command);
    expect({ status, said }).toEqual({ status: 2, said: complaints });
    expect(stdout).toContain("reqeusts");
  });

  test("are named where a change makes them so, and not where it leaves them alone", () => {
    const folder = temporaryFolder({ "deep/environment.yml": environment, "old/environment.yml": large });
    git(folder, "init", "--quiet", "--initial-branch=main");
    commit(folder);
    expect(run(folder, "check", "--since", "HEAD")).toMatchObject({ status: 0, said: "" });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stdout, said } = run(folder, "check", "--since", "HEAD");
    expect({ status, said }).toEqual({ status: 2, said: complaints });
    expect(stdout).toContain("'reqeusts'");
  });

  test("are none where they name no packages, and none just because they look so", () => {
    const folder = temporaryFolder({
      "large/environment.yml": `dependencies:\n- numpy\n${"#".repeat(longestYaml)}\n`,
      "decoy/environment.yml": `# ${"[".repeat(500)}\ndependencies:\n- pip:\n  - requests\n`,
    });
    expect(run(folder, "check")).toMatchObject({ status: 0, said: "" });
    expect(run(folder, "list")).toMatchObject({ status: 0, said: "" });
  });
});

describe("deleted meanwhile", () => {
  test("a file is passed over", async () => {
    const folder = temporaryFolder({ ...closed, "main.py": "import reqeusts\n" });
    const { projects, problems } = await findProjects([folder]);
    const [{ files, layers, workspace, unreadable }] = projects as [(typeof projects)[number]];
    rmSync(join(folder, "closed"), { recursive: true });
    rmSync(join(folder, "main.py"));
    const context = reportContext(shippedKnowledge(), readPolicy(layers, today).policy, workspace);
    expect({ problems, unreadable }).toEqual({ problems: [], unreadable: [] });
    expect(files.map(({ path }) => path)).toEqual(["closed/requirements.txt", "main.py", "requirements.txt"]);
    const outcomes = files.map((file) => checkFile(file, context));
    expect(outcomes).toEqual([null, null, expect.objectContaining({ findings: [expect.anything()] })]);
    expect(() => readDisk(files[0]!)).toThrow("ENOENT");
  });
});

/** Most other systems refuse such names. */
describe.skipIf(process.platform !== "linux")("by names that are no UTF-8", () => {
  /** @param entries in one byte a letter, those with a slash at the end being folders */
  function folderWith(entries: Readonly<Record<string, string>>): string {
    const folder = temporaryFolder({});
    const at = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, "latin1")]);
    for (const [name, text] of Object.entries(entries)) {
      if (name.endsWith("/")) mkdirSync(at(name));
      else if (text.startsWith("-> ")) symlinkSync(text.slice(3), at(name));
      else writeFileSync(at(name), text);
    }
    onTestFinished(() => {
      for (const name of Object.keys(entries).reverse()) rmSync(at(name), { recursive: true, force: true });
    });
    return folder;
  }

  function run(folder: string, ...arguments_: readonly string[]) {
    const { status, stderr } = spawnSync(
      process.execPath,
      [...day.options, resolve("dist", "cli.js"), ...arguments_],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, ...day.environment },
      },
    );
    return { status, said: stderr };
  }

  test.each<[what: string, entries: Readonly<Record<string, string>>, said: string]>([
    ["a file", { "\xff-requirements.txt": "reqeusts\n" }, "�-requirements.txt: no such file or directory"],
    [
      "a link to a file",
      { "names.dat": "reqeusts\n", "\xff-requirements.txt": "-> names.dat" },
      "�-requirements.txt: no such file or directory",
    ],
    [
      "a folder",
      { "\xfe/": "", "\xfe/requirements.txt": "reqeusts\n" },
      "�: no such file or directory; names in this folder were not checked",
    ],
  ])("%s is named, and the exit code tells", (_what, entries, said) => {
    const folder = folderWith(entries);
    for (const command of ["check", "list"])
      expect(run(folder, command)).toEqual({ status: 2, said: `namesake: ${said}\n` });
  });

  test.each<[what: string, entries: Readonly<Record<string, string>>]>([
    ["a file that is none of ours", { "\xff.jpg": "", "\xe9t\xe9.doc": "" }],
    [
      "what git ignores",
      { ".gitignore": "*-requirements.txt\n?*x/\n", "\xff-requirements.txt": "", "\xfex/": "" },
    ],
    ["what the policy leaves out", { "namesake.json": '{"exclude":["*/**"]}', "\xfex/": "" }],
    ["a name that has the very letter", { "\xef\xbf\xbd-requirements.txt": "flask\n", "\xef\xbf\xbd/": "" }],
    ["a name in UTF-8", { "\xc3\xa9-requirements.txt": "flask\n", "\xc3\xa9/": "" }],
    ["a link that leads nowhere", { "requirements.txt": "-> nowhere" }],
  ])("no word is said of %s", (_what, entries) => {
    expect(run(folderWith(entries), "check")).toEqual({ status: 0, said: "" });
  });

  test("nor of what is not there beside a name that has the very letter", async () => {
    const folder = folderWith({ "\xef\xbf\xbd/": "" });
    expect(await readIfThere(folder, "�/namesake.json")).toBeNull();
  });
});
