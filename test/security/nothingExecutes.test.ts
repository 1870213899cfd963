/**
 * The programs as they ship, over a folder that is made to run something: nothing of it runs, no network is reached, no
 * process starts but git for `--since`, and outside the folder only the names of `*.dist-info` are read.
 */

import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { type InitializationOptions, scanRequest } from "../../server/src/lsp/protocol.ts";
import { commit, git, makeRepository } from "../cli/repository.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { expectNotSprung, setTrap, type Trap } from "../support/trap.ts";
import { addSpecialFiles, type HostileWorkspace, makeHostileWorkspace } from "./hostileWorkspace.ts";

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

test.each(["cli.js", "client.js", "server.js", "service.js", "yaml.js"])(
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
    const { folder, ran } = hostileRepository();
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
  const found = await serve(workspace, command, { ...process.env, ...trap.environment });
  expectNotSprung(trap);
  expect(found).toBeGreaterThan(5);
  expect(existsSync(workspace.ran)).toBe(false);
});

const isPosix = process.platform !== "win32";
const strace = spawnSync("strace", ["-f", "-e", "trace=execve", process.execPath, "--version"]);
const canTrace = isPosix && strace.status === 0;
if (!canTrace) console.log("left out: there is no strace that may watch a process's system calls");

describe.skipIf(!canTrace)("system calls", () => {
  /** What Node itself reads, wherever it is installed. */
  const ofThePlatform = /^\/(?:proc|sys|dev|etc|lib|lib64|usr)\//;

  function trace(): { readonly command: string[]; readonly lines: () => string[] } {
    const output = join(temporaryFolder({}), "trace");
    const calls = "trace=network,execve,execveat,fork,vfork,open,openat,openat2";
    return {
      command: ["strace", "-f", "-qq", "-s", "4096", "-e", calls, "-o", output],
      lines: () => readFileSync(output, "utf8").split("\n"),
    };
  }

  function expectOnlyReads(lines: readonly string[], workspace: HostileWorkspace, programs: RegExp): void {
    const started = lines.flatMap((line) => /execve(?:at)?\("([^"]+)".*= 0$/.exec(line)?.[1] ?? []);
    expect(started.filter((program) => !programs.test(program))).toEqual([]);
    expect(lines.filter((line) => /\b(?:socket|connect|bind|listen|sendto)\(/.test(line))).toEqual([]);
    const opened = lines.flatMap((line) => {
      const [, path, flags, result] =
        /\bopen(?:at2?)?\((?:\w+, )?"([^"]*)", ([^)]*)\) = (-?\d+)/.exec(line) ?? [];
      return path !== undefined && Number(result) >= 0 ? [{ path, flags }] : [];
    });
    const outside = opened.filter(
      ({ path }) =>
        path.startsWith("/") &&
        !ofThePlatform.test(path) &&
        !path.startsWith(process.execPath) &&
        path !== workspace.folder &&
        !path.startsWith(`${workspace.folder}/`) &&
        !path.startsWith(resolve("dist")) &&
        path !== resolve("package.json"),
    );
    // Folders alone, for the names in them.
    expect(outside.filter(({ flags }) => !flags?.includes("O_DIRECTORY"))).toEqual([]);
    expect(opened.filter(({ path }) => /\.dist-info\/|secret|evil\.pth/.test(path))).toEqual([]);
    expect(opened.some(({ path }) => path.startsWith(`${workspace.folder}/`))).toBe(true);
  }

  const node = /\/node[^/]*$/;

  test("the command line", () => {
    const workspace = makeHostileWorkspace();
    const { command, lines } = trace();
    const [program = "", ...options] = command;
    const run = spawnSync(program, [...options, process.execPath, cli, "check"], { cwd: workspace.folder });
    expect(run.status).toBe(1);
    expectOnlyReads(lines(), workspace, node);
  });

  test("the command line with git", () => {
    const repository = hostileRepository();
    const { command, lines } = trace();
    const [program = "", ...options] = command;
    const arguments_ = [...options, process.execPath, cli, "check", "--since", "HEAD"];
    const run = spawnSync(program, arguments_, { cwd: repository.folder, encoding: "utf8" });
    expect(run.stdout).toContain("reqeusts");
    const all = lines();
    const started = all.flatMap((line) => /execve\("([^"]+)".*= 0$/.exec(line)?.[1] ?? []);
    expect(new Set(started.map((path) => path.split("/").at(-1)))).toEqual(
      new Set([process.execPath.split("/").at(-1), "git"]),
    );
    expect(all.filter((line) => /\b(?:connect|bind|listen)\(/.test(line))).toEqual([]);
    expect(existsSync(repository.ran)).toBe(false);
  });

  test("the server reads of an environment outside nothing but names", async () => {
    const workspace = makeHostileWorkspace();
    const { command, lines } = trace();
    await serve(workspace, [...command, process.execPath, server, "--stdio"], process.env);
    const traced = lines();
    expectOnlyReads(traced, workspace, node);
    expect(traced.some((line) => line.includes(`"${workspace.outside}/lib/python3.12/site-packages"`))).toBe(
      true,
    );
  });
});

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
    const found = await serve(workspace, [process.execPath, server, "--stdio"], process.env);
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

/** A repository whose configuration names a program for everything that git can be made to start. */
function hostileRepository(): HostileWorkspace {
  const workspace = makeHostileWorkspace();
  const folder = makeRepository({ before: "", after: "", disk: "" }, "disk");
  const spy = join(folder, ".git", "spy.sh");
  writeFileSync(spy, `#!/bin/sh\ntouch '${workspace.ran}'\ncat 2>/dev/null\n`, { mode: 0o755 });
  writeFileSync(join(folder, ".gitattributes"), "* filter=spy diff=spy merge=spy\n");
  writeFileSync(join(folder, "requirements.txt"), "requests\n");
  commit(folder);
  const settings = [
    ...["core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.gitProxy", "core.askPass"],
    ...["diff.external", "diff.spy.textconv", "diff.spy.command", "filter.spy.clean", "filter.spy.smudge"],
    ...[
      "filter.spy.process",
      "merge.spy.driver",
      "gpg.program",
      "credential.helper",
      "uploadpack.packObjectsHook",
    ],
    ...["pager.rev-parse", "pager.ls-tree", "pager.cat-file", "sequence.editor", "interactive.diffFilter"],
  ];
  for (const key of settings) git(folder, "config", key, spy);
  for (const name of ["rev-parse", "ls-tree", "ls-files", "cat-file", "diff-index", "check"]) {
    git(folder, "config", `alias.${name}`, `!${spy}`);
  }
  const included = join(folder, ".git", "included");
  writeFileSync(
    included,
    `[core]\n\thooksPath = ${folder}/.git/evil\n\tfsmonitor = ${spy}\n[diff]\n\texternal = ${spy}\n`,
  );
  git(folder, "config", "include.path", included);
  git(folder, "config", "extensions.partialClone", "origin");
  git(folder, "config", "remote.origin.url", `ext::${spy}`);
  git(folder, "config", "remote.origin.promisor", "true");
  for (const hooks of ["hooks", "evil"]) {
    for (const hook of [
      "post-index-change",
      "post-checkout",
      "pre-commit",
      "fsmonitor-watchman",
      "reference-transaction",
    ]) {
      mkdirSync(join(folder, ".git", hooks), { recursive: true });
      writeFileSync(join(folder, ".git", hooks, hook), `#!/bin/sh\ntouch '${workspace.ran}'\n`, {
        mode: 0o755,
      });
    }
  }
  writeFileSync(join(folder, "requirements.txt"), "requests\nreqeusts\n");
  return { ...workspace, folder };
}

/** Opens the folder's requirements in a server, scans it, and gives the number of findings. */
async function serve(
  { folder, interpreter }: HostileWorkspace,
  [program = "", ...arguments_]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn(program, arguments_, { cwd: folder, env, stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  try {
    connection.listen();
    const root = pathToFileURL(folder).href;
    const options: InitializationOptions = {
      settings: {
        workspaceTrusted: true,
        layers: [],
        workspaceFile: null,
        interpreters: [{ folder: root, path: interpreter }],
      },
    };
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: root, name: "project" }],
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
      initializationOptions: options,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    for (const [name, languageId] of [
      ["requirements.txt", "pip-requirements"],
      ["main.py", "python"],
    ] as const) {
      const uri = `${root}/${name}`;
      const text = readFileSync(join(folder, name), "utf8");
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
      await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    }
    const { findings } = await connection.sendRequest<{ findings: number }>(scanRequest);
    await connection.sendRequest(ShutdownRequest.type);
    return findings;
  } finally {
    connection.dispose();
    child.kill();
  }
}
