/** Opens a folder in the VS Code that is installed on this machine, in a window and a profile of its own. */
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { atExit, start } from "../machine/processes.mjs";
import { scratchFolder } from "../machine/scratch.mjs";

/** @returns {string | undefined} the `code` command, where this session can show a window */
export function findDesktopVSCode() {
  if (process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return undefined;
  // VS Code refuses to show a window to root.
  if (process.getuid?.() === 0) return undefined;
  // In a terminal of a remote window `code` is another program, which cannot load an extension from a folder.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const name = process.platform === "win32" ? "code.cmd" : "code";
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * @param {string} code
 * @param {string} workspace
 * @param {string} extension the folder of its package.json
 * @returns {Promise<number>} the exit code, once the window has been closed
 */
export function openDesktopVSCode(code, workspace, extension) {
  const userData = scratchFolder();
  // `code` leaves the window to a process of its own, whose id VS Code keeps in this file.
  atExit(() => endProcess(join(userData, "code.lock")));
  const args = ["--new-window", "--wait", "--user-data-dir", userData];
  args.push(`--extensionDevelopmentPath=${extension}`, "--disable-workspace-trust", workspace);
  // Only a shell can start a batch file.
  const { child } =
    process.platform === "win32" ? start("cmd.exe", ["/d", "/c", code, ...args]) : start(code, args);
  return new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
}

/** @param {string} lockFile */
function endProcess(lockFile) {
  if (!existsSync(lockFile)) return;
  try {
    process.kill(Number(readFileSync(lockFile, "utf8")));
  } catch {
    // The window has been closed.
  }
}
