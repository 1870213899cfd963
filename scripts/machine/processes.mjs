/**
 * Child processes that never outlive the command that started them.
 *
 * Everything registered with `atExit` is synchronous, so that it also runs on Ctrl+C and on a crash.
 */
import { spawn, spawnSync } from "node:child_process";
import { constants } from "node:os";

const windows = process.platform === "win32";

/** @type {Set<() => void>} */
const cleanups = new Set();

process.on("exit", () => {
  for (const cleanup of [...cleanups].reverse()) cleanup();
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => process.exit(128 + constants.signals[signal]));
}
// A signal to npm alone reaches npm's shell, which dies of it without passing it on.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid === parent || process.exit(1), 500).unref();
}

/**
 * Runs `cleanup` when this process ends, however it ends short of SIGKILL.
 * @param {() => void} cleanup
 * @returns {() => void} runs it now instead, once
 */
export function atExit(cleanup) {
  cleanups.add(cleanup);
  return () => {
    if (cleanups.delete(cleanup)) cleanup();
  };
}

/**
 * Starts a program whose whole process tree ends with this process.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show` passes its output on
 */
export function start(command, args, { cwd, env, show = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    // A process group of its own is what lets `stop` reach the grandchildren too.
    detached: !windows,
    windowsHide: true,
    stdio: ["pipe", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
  });
  const stop = atExit(() => endTree(child.pid));
  return { child, stop };
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Parameters<typeof start>[2] & { limit?: number }} [options] it is ended after `limit` milliseconds
 * @returns {Promise<{ code: number, output: string }>} the exit code, and both output streams in order of arrival
 */
export function run(command, args, { limit, ...options } = {}) {
  return new Promise((resolve) => {
    const { child, stop } = start(command, args, options);
    const timer = setTimeout(
      () => {
        output += `\nEnded after ${limit} ms.\n`;
        stop();
      },
      limit ?? 2 ** 31 - 1,
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.stdin?.end();
    child.on("error", (error) => resolve({ code: 127, output: `${command}: ${error.message}` }));
    child.on("close", (code) => {
      clearTimeout(timer);
      stop();
      resolve({ code: code ?? 1, output });
    });
  });
}

/**
 * Runs npm. On Windows npm is a batch file, which only a shell can start, so `args` must need no quoting.
 * @param {readonly string[]} args
 * @param {Parameters<typeof start>[2]} [options]
 */
export function npm(args, options) {
  return windows ? run("cmd.exe", ["/d", "/c", "npm", ...args], options) : run("npm", args, options);
}

/** @param {number | undefined} pid undefined where the program could not be started */
function endTree(pid) {
  if (pid === undefined) return;
  if (windows) {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group has already ended.
  }
}
