/**
 * The programs as they ship, over a folder that is made to run something: nothing of it runs, no network is reached, no
 * process starts but git for `--since`. What they ask of the system is watched in `systemCalls.test.ts`.
 */

import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { expectNotSprung, setTrap, type Trap } from "../support/trap.ts";
import { makeHostileRepository } from "./hostileRepository.ts";
import { addSpecialFiles, makeHostileWorkspace } from "./hostileWorkspace.ts";
import { serveWorkspace } from "./serveWorkspace.ts";

const [cli, server] = [resolve("dist", "cli.js"), resolve("dist", "server.js")];

function runCli(
  folder: string,
  arguments_: readonly string[],
  { options, environment }: Trap,
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [...options, cli, ...arguments_], {
    cwd: folder,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    timeout: 60_000,
  });
}

describe("the trap", () => {
  test.each([
    "require('child_process').spawn('ls')",
    "require('node:child_process').execFileSync('ls')",
    "require('vm').runInThisContext('1')",
    "require('net').connect(9)",
    "require('https').get('https://127.0.0.1')",
    "require('dns').lookup('localhost', () => {})",
    "require('dns').promises.resolve4('localhost')",
    "new (require('dns').Resolver)().resolve4('localhost', () => {})",
    "fetch('http://127.0.0.1')",
    "eval('1')",
    "new Function('1')",
    "(() => {}).constructor('1')",
    "require('./other.js')",
    "import('./other.js')",
    "new (require('worker_threads').Worker)('1', { eval: true })",
    "process.binding('spawn_sync')",
  ])("springs at %s", (code) => {
    const folder = temporaryFolder({ "program.js": code, "other.js": "" });
    const { options, environment, sprung } = setTrap();
    const program = join(folder, "program.js");
    const run = spawnSync(process.execPath, [...options, program], {
      env: { ...process.env, ...environment },
    });
    expect(run.status).not.toBe(0);
    expect(sprung()).not.toBe("");
  });
});

test.each(["cli.js", "client.js", "languageClient.js", "server.js", "service.js", "yaml.js"])(
  "%s imports nothing while it runs, at which the trap springs only for some modules",
  (file) => {
    expect(readFileSync(resolve("dist", file), "utf8")).not.toMatch(/\bimport\s*\(/);
  },
);

describe("the command line", () => {
  test.each([
    { arguments_: ["check"], status: 1, said: "reqeusts" },
    { arguments_: ["check", "--format=sarif"], status: 1, said: "reqeusts" },
    { arguments_: ["list", "--format=json"], status: 0, said: "reqeusts" },
    { arguments_: ["policy"], status: 0, said: "127.0.0.1" },
    { arguments_: ["explain", "reqeusts"], status: 0, said: "requests" },
    { arguments_: ["trust", "acme"], status: 0, said: "trusted" },
  ])("$arguments_", ({ arguments_, status, said }) => {
    const workspace = makeHostileWorkspace();
    const trap = setTrap();
    const run = runCli(workspace.folder, arguments_, trap);
    expectNotSprung(trap);
    expect([run.status, run.stderr]).toEqual([status, expect.not.stringContaining("trapped")]);
    expect(run.stdout).toContain(said);
    expect(existsSync(workspace.ran)).toBe(false);
  });

  test("--since starts git and nothing else, whatever the repository names", () => {
    const { folder, ran } = makeHostileRepository();
    const trap = setTrap({ allowGit: true });
    const run = runCli(folder, ["check", "--since", "HEAD"], trap);
    expectNotSprung(trap);
    expect(run.stdout).toContain("reqeusts");
    expect(existsSync(ran)).toBe(false);
    // Without the leave, git is not started either.
    const forbidden = setTrap();
    expect(runCli(folder, ["check", "--since", "HEAD"], forbidden).status).toBe(2);
    expect(forbidden.sprung()).toMatch(/^child_process\.execFile\(git\)\n$/);
  });
});

test("the server, with a scan and an interpreter outside", async () => {
  const workspace = makeHostileWorkspace();
  const trap = setTrap();
  const command = [process.execPath, ...trap.options, server, "--stdio"];
  const found = await serveWorkspace(workspace, command, { ...process.env, ...trap.environment });
  expectNotSprung(trap);
  expect(found).toBeGreaterThan(5);
  expect(existsSync(workspace.ran)).toBe(false);
});

const isPosix = process.platform !== "win32";

describe.skipIf(!isPosix)("pipes, sockets, loops, links and closed folders", () => {
  test("keep no one waiting and lead nowhere", async () => {
    const workspace = makeHostileWorkspace();
    const restore = await addSpecialFiles(workspace);
    onTestFinished(restore);
    const trap = setTrap();
    const { status, stdout, stderr } = runCli(workspace.folder, ["check"], trap);
    expectNotSprung(trap);
    expect(stderr).not.toMatch(/pipe|linked|secret/);
    // Nothing is closed to the administrator.
    const isClosed = process.getuid?.() !== 0;
    expect([status, /\bclosed: permission denied/.test(stderr)]).toEqual([isClosed ? 2 : 1, isClosed]);
    expect(stdout).toContain("pandass");
    expect(stdout).not.toMatch(/flaskk'.*secret|linked/);
    const found = await serveWorkspace(workspace, [process.execPath, server, "--stdio"], process.env);
    expect(found).toBeGreaterThan(5);
  });

  test.each(["namesake.json", ".vscode/settings.json", "pyproject.toml", ".gitignore", "requirements.txt"])(
    "a pipe called %s",
    (name) => {
      const folder = temporaryFolder({ "dev-requirements.txt": "reqeusts\n" });
      mkdirSync(join(folder, name, ".."), { recursive: true });
      expect(spawnSync("mkfifo", [join(folder, name)]).status).toBe(0);
      const run = runCli(folder, ["check"], setTrap());
      expect(run.signal).toBeNull();
      expect(run.stdout).toContain("reqeusts");
      const named = runCli(folder, ["check", name], setTrap());
      expect([named.signal, named.status]).toEqual([null, 2]);
      // Neither waits where the pipe is the file that it would write, and where it is not.
      for (const command of ["trust", "untrust"])
        expect(runCli(folder, [command, "acme"], setTrap()).signal).toBeNull();
    },
  );

  test("a policy file that is a link out of the folder is not read", () => {
    const folder = temporaryFolder({ "requirements.txt": "reqeusts\n" });
    const outside = temporaryFolder({ "policy.json": '{ "trustedPackages": { "reqeusts": {} } }' });
    expect(spawnSync("ln", ["-s", join(outside, "policy.json"), join(folder, "namesake.json")]).status).toBe(
      0,
    );
    const { status, stdout, stderr } = runCli(folder, ["check"], setTrap());
    expect([status, stdout]).toEqual([2, expect.stringContaining("reqeusts")]);
    expect(stderr).toContain("namesake.json: it is a link that leads out of the folder");
  });

  test("trust is not written where a link leads out of the folder", () => {
    const folder = temporaryFolder({});
    const outside = temporaryFolder({ "settings.json": "{}" });
    symlinkSync(outside, join(folder, ".vscode"));
    const { status, stderr } = runCli(folder, ["trust", "acme"], setTrap());
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("it is a link that leads out of the folder"),
    ]);
    expect(readFileSync(join(outside, "settings.json"), "utf8")).toBe("{}");
  });

  test.each(["requirements.txt", "linked"])("what is named and leads out is not read: %s", (name) => {
    const outside = temporaryFolder({ "requirements.txt": "reqeusts\n" });
    // The policy file is what makes the folder a project, with an inside and an outside.
    const folder = temporaryFolder({ "namesake.json": "{}" });
    symlinkSync(name === "linked" ? outside : join(outside, name), join(folder, name));
    for (const command of ["check", "list"]) {
      const { status, stdout, stderr } = runCli(folder, [command, name], setTrap());
      expect([status, stderr]).toEqual([
        2,
        expect.stringContaining("it is a link that leads out of the folder"),
      ]);
      expect(stdout).not.toContain("reqeusts");
    }
  });
});
