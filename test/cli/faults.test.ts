/**
 * What the program says where its data, a policy file or a file to check cannot be used: words about what is wrong, in a
 * line or two, and never a stack trace.
 */

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { dayOfData, onDay } from "../support/day.ts";
import { inFigures, tellFigures } from "../support/figures.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const shipped = resolve("dist", "cli.js");
const day = onDay(dayOfData());
const pack = () => readFileSync(resolve("dist", "namesake.pack"));

function run(folder: string, arguments_: readonly string[], program = shipped) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...day.options, program, ...arguments_], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...day.environment },
    timeout: 60_000,
  });
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .*[:(]/m);
  return { status, stdout, stderr };
}

describe("a data file that cannot be used ends the check with what to do", () => {
  test.each<{ fault: string; place: (path: string) => void; says: RegExp }>([
    { fault: "is missing", place: () => {}, says: /no such file/ },
    { fault: "is a folder", place: (path) => mkdirSync(path), says: /folder/ },
    { fault: "is empty", place: (path) => writeFileSync(path, ""), says: /Reinstall/ },
    { fault: "is another file", place: (path) => writeFileSync(path, "MZ".repeat(999)), says: /Reinstall/ },
    {
      fault: "is cut short",
      place: (path) => writeFileSync(path, pack().subarray(0, 1_000_000)),
      says: /incomplete \(1000000 of \d+ bytes\)\. Reinstall/,
    },
    {
      fault: "is damaged",
      place(path) {
        const bytes = pack();
        bytes[bytes.length >> 1]! ^= 1;
        writeFileSync(path, bytes);
      },
      says: /damaged.*Reinstall/,
    },
    {
      fault: "is of another version",
      place(path) {
        const bytes = pack();
        // The version follows the eight letters that tell the file's kind.
        bytes[8] = 250;
        writeFileSync(path, bytes);
      },
      says: /has version 250.*Reinstall/,
    },
  ])("it $fault", ({ place, says }) => {
    const folder = temporaryFolder({ "requirements.txt": "reqeusts\n" });
    const program = join(folder, "cli.js");
    copyFileSync(shipped, program);
    place(join(folder, "namesake.pack"));
    const { status, stdout, stderr } = run(folder, ["check"], program);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("a policy file that cannot be used is named, and the names are judged without it", () => {
  const texts = [
    { fault: "no JSON", text: "{", says: /not valid JSON/ },
    { fault: "a list", text: "[]", says: /not valid JSON/ },
    { fault: "binary", text: "\0\u0001\u0002", says: /not valid JSON/ },
    { fault: "nested without end", text: "[".repeat(1_000_000), says: /not valid JSON/ },
    { fault: "cut short in 20 MB", text: `{"a":"${"x".repeat(20_000_000)}`, says: /not valid JSON/ },
  ];
  const files = ["namesake.json", ".vscode/settings.json"];
  test.each(files.flatMap((file) => texts.map((each) => ({ file, ...each }))))(
    "$file is $fault",
    ({ file, text, says }) => {
      const folder = temporaryFolder({ "requirements.txt": "reqeusts\n", [file]: text });
      const { status, stdout, stderr } = run(folder, ["check"]);
      expect(status).toBe(2);
      expect(stdout).toContain("'reqeusts' looks like a misspelling");
      expect(stderr).toMatch(says);
      expect(stderr).toContain(file);
      expect(stderr.length).toBeLessThan(500);
    },
  );

  test.each([...files, "pyproject.toml"])("%s is a folder", (file) => {
    const folder = temporaryFolder({ "requirements.txt": "reqeusts\n", [`${file}/a.txt`]: "" });
    const { status, stdout, stderr } = run(folder, ["check"]);
    expect(status).toBe(2);
    expect(stdout).toContain("'reqeusts' looks like a misspelling");
    expect(stderr).toContain(`namesake: ${file}: `);
  });

  test.each(files)("nothing is trusted in %s where something could be lost", (file) => {
    const folder = temporaryFolder({ [file]: "{ broken" });
    const scope = file === "namesake.json" ? "file" : "workspace";
    const { status, stderr } = run(folder, ["trust", "acme-core", "--scope", scope]);
    expect(status).toBe(2);
    expect(stderr).toContain(`Nothing was changed in ${file}: `);
    expect(readFileSync(join(folder, file), "utf8")).toBe("{ broken");
  });
});

test("values of every wrong kind are named one by one, and the rest counts", () => {
  const settings = {
    severity: 7,
    include: {},
    maxProblems: "many",
    enable: [],
    trustedPackages: { numpyy: {} },
  };
  const folder = temporaryFolder({
    "requirements.txt": "reqeusts\nnumpyy\n",
    "namesake.json": JSON.stringify(settings),
  });
  const { stdout, stderr } = run(folder, ["check"]);
  expect(stdout).toContain("'reqeusts'");
  expect(stdout).not.toContain("'numpyy'");
  for (const key of ["severity", "include", "maxProblems", "enable"]) expect(stderr).toContain(key);
});

describe("large files", () => {
  /** Thirteen seconds are for the night. */
  const size = process.env.NAMESAKE_NIGHTLY ? 100_000_000 : 10_000_000;

  test(`of ${size / 1_000_000} MB are read to their last line`, { timeout: 60_000 }, () => {
    const folder = temporaryFolder({});
    const line = "requests==2.32.3  # the one that is meant, and a comment that takes room\n";
    const count = Math.ceil(size / line.length);
    const lines = line.repeat(count);
    writeFileSync(join(folder, "requirements.txt"), `${lines}reqeusts\n`);
    const started = performance.now();
    const { status, stdout } = run(folder, ["check"]);
    const seconds = (performance.now() - started) / 1000;
    expect(status).toBe(1);
    expect(stdout).toContain(`requirements.txt:${count + 1}:1`);
    tellFigures(
      "a large file",
      `${size / 1_000_000} MB of requirements checked to the last line in ${inFigures(seconds, 1)} s`,
    );
  });

  test.each([
    { path: "requirements.txt", before: "flask  # ", after: "\nreqeusts\n" },
    { path: "main.py", before: "text = '", after: "'\nimport reqeusts\n" },
    {
      path: "pyproject.toml",
      before: "[project]\ndescription = '",
      after: "'\ndependencies = ['reqeusts']\n",
    },
    { path: "uv.lock", before: "# ", after: '\n[[package]]\nname = "reqeusts"\nversion = "1"\n' },
    {
      path: "setup.cfg",
      before: "[metadata]\ndescription = ",
      after: "\n[options]\ninstall_requires = reqeusts\n",
    },
  ])("with a line of 10 MB are read beyond it: $path", ({ path, before, after }) => {
    const folder = temporaryFolder({ [path]: `${before}${"x ".repeat(5_000_000)}${after}` });
    expect(run(folder, ["check"]).stdout).toContain("'reqeusts'");
  });
});

describe.skipIf(process.platform === "win32")("what is no regular file is passed over", () => {
  test("sockets, pipes, links that lead to themselves and folders that lead upwards", async () => {
    const folder = temporaryFolder({ "app/requirements.txt": "reqeusts\n" });
    const server = createServer().listen(join(folder, "socket-requirements.txt"));
    expect(spawnSync("mkfifo", [join(folder, "pipe-requirements.txt")]).status).toBe(0);
    symlinkSync("loop-requirements.txt", join(folder, "loop-requirements.txt"));
    symlinkSync("..", join(folder, "app", "up"));
    const { status, stdout, stderr } = run(folder, ["check"]);
    server.close();
    expect(stderr).toBe("");
    expect(status).toBe(1);
    expect(stdout.match(/'reqeusts'/g)).toHaveLength(1);
  });

  test("but a link to a file of the project is read, which pip reads too", () => {
    const folder = temporaryFolder({ "notes.dat": "reqeusts\n", "app/main.py": "" });
    symlinkSync("../notes.dat", join(folder, "app", "requirements.txt"));
    const { status, stdout, stderr } = run(folder, ["check"]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
    expect(stdout).toContain("app/requirements.txt:1:1");
  });

  test("is said where somebody names it", () => {
    const folder = temporaryFolder({});
    symlinkSync("loop-requirements.txt", join(folder, "loop-requirements.txt"));
    const { status, stderr } = run(folder, ["check", "loop-requirements.txt"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^namesake: loop-requirements.txt: .+\n$/);
  });
});

/** A process that may write no byte to any file: the limit of the shell stands for a full disk. */
describe.skipIf(process.platform === "win32")("on a disk that is full", () => {
  const before = '{\n  "trustedPackages": { "acme-*": { "reason": "ours" } }\n}\n';
  test.each([
    { what: "a list keeps all its entries", files: { "namesake.json": before } },
    { what: "a list that is not there is not begun", files: {} },
  ])("$what, and the person is told", ({ files }) => {
    const folder = temporaryFolder(files);
    const command = `trap '' XFSZ; ulimit -f 0; exec "$0" "$@"`;
    const arguments_ = [process.execPath, shipped, "trust", "acme-core", "--scope", "file"];
    const { status, stderr } = spawnSync("sh", ["-c", command, ...arguments_], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stderr).toMatch(/^namesake: Nothing was changed in namesake.json: .+\n$/);
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual(Object.keys(files));
    for (const [path, text] of Object.entries(files))
      expect(readFileSync(join(folder, path), "utf8")).toBe(text);
  });
});
