/**
 * The programs as they ship, watched by strace over a folder that is made to run something: they open what any program
 * of Node opens, their own files, the folder's, and outside of it the names in a folder of packages. They make no socket
 * and start git alone.
 */

import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { makeHostileRepository } from "./hostileRepository.ts";
import { makeHostileWorkspace } from "./hostileWorkspace.ts";
import { serveWorkspace } from "./serveWorkspace.ts";
import { type Opened, readCalls, type SystemCalls, traceCalls } from "./systemCalls.ts";

const [cli, server] = [resolve("dist", "cli.js"), resolve("dist", "server.js")];

/** Only where NAMESAKE_STRACE is set, as in our own workflows, does its absence fail. */
const isRequired = Boolean(process.env.NAMESAKE_STRACE);
const whyNot = reasonNotToTrace();
if (whyNot !== null && !isRequired) console.log(`left out: system calls are not watched, ${whyNot}`);

function reasonNotToTrace(): string | null {
  if (process.platform !== "linux") return "which strace does, on Linux alone";
  const { error, status, stderr } = spawnSync("strace", ["-f", "-e", "trace=execve", "true"], {
    encoding: "utf8",
  });
  if (error) return `as strace cannot be started: ${error.message}`;
  return status === 0 ? null : `as strace may watch nothing: ${stderr.trim()}`;
}

test.runIf(isRequired)("system calls are watched where that is required", () => {
  expect(whyNot).toBeNull();
});

test("a trace is read: what others interrupt, threads, and what another program does", () => {
  const trace = `1  execve("/bin/node", ["node"], 0x7f /* 1 var */) = 0
1  clone3({flags=CLONE_VM|CLONE_THREAD} => {parent_tid=[2]}, 88 <unfinished ...>
2  openat(AT_FDCWD</p>, "a", O_RDONLY|O_CLOEXEC <unfinished ...>
1  <... clone3 resumed>)                 = 2
1  openat(AT_FDCWD</p>, "gone", O_RDONLY) = -1 ENOENT (No such file or directory)
2  <... openat resumed>)                 = 3</real/a>
1  openat(AT_FDCWD</p>, ".", O_RDONLY|O_DIRECTORY) = 4</p>
3  openat(AT_FDCWD</p>, "before", O_RDONLY) = 4</before>
3  execve("/no/git", ["git"], 0x7f /* 1 var */) = -1 ENOENT (No such file or directory)
3  execve("/bin/git", ["git"], 0x7f /* 1 var */ <unfinished ...>
1  vfork( <unfinished ...>
1  <... vfork resumed>)                  = 3
3  <... execve resumed>)                 = 0
4  openat(AT_FDCWD</p>, "of-git", O_RDONLY) = 4</of-git>
3  clone(child_stack=NULL, flags=SIGCHLD) = 4
4  socket(AF_UNIX, SOCK_STREAM, 0)       = 5<socket:[7]>
1  socketpair(AF_UNIX, SOCK_STREAM, 0, [5<socket:[8]>, 6<socket:[9]>]) = 0
2  connect(5<socket:[7]>, {sa_family=AF_INET}, 16) = -1 ECONNREFUSED (Connection refused)
1  +++ exited with 0 +++
`;
  const { started, network, networkOfOthers, opened } = readCalls(trace);
  expect(started).toEqual(["/bin/node", "/bin/git"]);
  expect(network).toEqual([expect.stringMatching(/^connect\(/)]);
  expect(networkOfOthers).toEqual([expect.stringMatching(/^socket\(/)]);
  expect(opened).toEqual([
    { path: "/real/a", isFolder: false },
    { path: "/p", isFolder: true },
    { path: "/before", isFolder: false },
  ]);
});

describe.skipIf(whyNot !== null)("system calls", () => {
  function run(folder: string, ...arguments_: readonly string[]) {
    const { command, calls } = traceCalls();
    const [program = "", ...options] = command;
    const { stdout } = spawnSync(program, [...options, process.execPath, ...arguments_], {
      cwd: folder,
      encoding: "utf8",
    });
    return { stdout, calls: calls() };
  }

  /** What libuv and the C library open besides, but not in every run: when threads contend and memory grows. */
  const ofLibraries = ["/dev/null", "/proc/sys/vm/overcommit_memory", "/sys/devices/system/cpu/online"];

  /** Every process and thread has files of its own there. */
  const withoutProcess = (path: string): string => path.replace(/^\/proc\/\d+\//, "/proc/self/");

  /** @param folders outside of the folder, in which names are listed */
  function expectOnlyReads(
    { network, opened }: SystemCalls,
    folder: string,
    folders: readonly string[] = [],
  ): void {
    expect(network).toEqual([]);
    // It asks for the time zone and the number of processors besides.
    const bare = run(folder, "-e", "new Date().toString(); os.availableParallelism()").calls.opened;
    const ofNode = new Set([...ofLibraries, ...bare.map(({ path }) => withoutProcess(path))]);
    const files = ["cli.js", "server.js", "service.js", "yaml.js", "namesake.pack", "../package.json"];
    const ofProgram = new Set(files.map((file) => resolve("dist", file)));
    const place = realpathSync(folder);
    const isExpected = ({ path, isFolder }: Opened): boolean =>
      ofNode.has(withoutProcess(path)) ||
      ofProgram.has(path) ||
      path === place ||
      path.startsWith(`${place}/`) ||
      (isFolder && folders.includes(path));
    expect(opened.filter((each) => !isExpected(each))).toEqual([]);
    // Nor in packages within the folder.
    expect(opened.filter(({ path }) => /\.dist-info\/|secret|evil\.pth/.test(path))).toEqual([]);
    expect(opened.some(({ path }) => path.startsWith(`${place}/`))).toBe(true);
  }

  test("the command line", () => {
    const { folder } = makeHostileWorkspace();
    const { stdout, calls } = run(folder, cli, "check");
    expect(stdout).toContain("reqeusts");
    expect(calls.started).toEqual([process.execPath]);
    expectOnlyReads(calls, folder);
  });

  test("the command line with git", () => {
    const { folder, ran } = makeHostileRepository();
    const { stdout, calls } = run(folder, cli, "check", "--since", "HEAD");
    expect(stdout).toContain("reqeusts");
    const [program, ...others] = calls.started;
    expect(program).toBe(process.execPath);
    expect(new Set(others.map((path) => path.split("/").at(-1)))).toEqual(new Set(["git"]));
    expectOnlyReads(calls, folder);
    expect(calls.networkOfOthers).toEqual([]);
    expect(existsSync(ran)).toBe(false);
  });

  test("the server, which reads of an environment outside nothing but names", async () => {
    const workspace = makeHostileWorkspace();
    const { command, calls } = traceCalls();
    await serveWorkspace(workspace, [...command, process.execPath, server, "--stdio"], process.env);
    const traced = calls();
    expect(traced.started).toEqual([process.execPath]);
    const versions = join(realpathSync(workspace.outside), "lib");
    const packages = join(versions, "python3.12", "site-packages");
    expectOnlyReads(traced, workspace.folder, [versions, packages]);
    expect(traced.opened).toContainEqual({ path: packages, isFolder: true });
  });
});
