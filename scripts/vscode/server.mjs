/** Runs the embedded VS Code on a free loopback port. */
import { randomBytes } from "node:crypto";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run, start } from "../machine/processes.mjs";
import { scratchFolder } from "../machine/scratch.mjs";
import { installEmbeddedVSCode } from "./install.mjs";
import { makeUserData } from "./userData.mjs";

/** The only built-in extensions that a Python project needs; leaving out the others saves seconds at every start. */
const builtInExtensions = ["python", "ipynb", "json", "configuration-editing", "theme-defaults", "log"];

const startLimit = 60_000;

/**
 * @typedef {object} ServerOptions
 * @property {string} [vsix] an extension to install first
 * @property {boolean} [workspaceTrust] whether folders open in Restricted Mode until they are trusted
 * @property {boolean} [testDriver] lets a page load an extension under development and its tests
 * @property {string} [userData] the folder of the user's settings; a new one if left out
 * @property {string} [extensions] the folder of installed extensions; a new one if left out
 *
 * @typedef {object} RunningServer
 * @property {(workspace: string, payload?: readonly [string, string][]) => string} address of the page that opens a folder or a
 *   .code-workspace file
 * @property {(path: string) => string} remote the URI by which the page names a file
 * @property {Promise<number>} ended resolves with the exit code
 * @property {() => void} stop ends the server and everything that it started
 */

/**
 * @param {ServerOptions} [options]
 * @returns {Promise<RunningServer>}
 * @throws Error with the server's output where it does not come up
 */
export async function startEmbeddedVSCode(options = {}) {
  const { folder, node, serve } = await installEmbeddedVSCode();
  const program = join(folder, "out", "server-main.js");
  const home = scratchFolder();
  const token = randomBytes(16).toString("hex");
  const env = { HOME: home, ...xdgFolders(home) };
  const folders = [
    ["--server-data-dir", join(home, "server")],
    ["--user-data-dir", options.userData ?? makeUserData()],
    ["--extensions-dir", options.extensions ?? join(home, "extensions")],
    ["--builtin-extensions-dir", copyBuiltInExtensions(folder, home)],
  ].flat();

  if (options.vsix) {
    const installing = [program, ...folders, "--install-extension", options.vsix, "--force"];
    const { output } = await run(node, installing, { env });
    if (!/successfully installed/.test(output))
      throw new Error(`VS Code did not install the extension:\n${output}`);
  }

  const { child, stop } = start(
    node,
    [
      ...["--import", new URL("exitWithParent.mjs", import.meta.url).href],
      ...serve,
      ...["--host", "127.0.0.1", "--port", "0", "--connection-token", token],
      "--accept-server-license-terms",
      ...["--telemetry-level", "off"],
      ...folders,
      ...(options.workspaceTrust ? [] : ["--disable-workspace-trust"]),
      // Without it, pages silently ignore the extension under development that their address names.
      ...(options.testDriver ? ["--enable-smoke-test-driver"] : []),
    ],
    { env },
  );
  const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
  const authority = await announcedAuthority(child);

  /** @param {string} path */
  const remote = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  /** @type {RunningServer["address"]} */
  const address = (workspace, payload = []) => {
    const url = new URL(`http://${authority}/`);
    const kind = workspace.endsWith(".code-workspace") ? "workspace" : "folder";
    url.searchParams.set("tkn", token);
    url.searchParams.set(kind, decodeURIComponent(pathToFileURL(workspace).pathname));
    if (payload.length > 0) url.searchParams.set("payload", JSON.stringify(payload));
    return url.href;
  };
  return { address, remote, ended, stop };
}

/** @param {string} home */
function xdgFolders(home) {
  return {
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_DATA_HOME: join(home, "share"),
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_STATE_HOME: join(home, "state"),
  };
}

/**
 * @param {string} folder
 * @param {string} home
 */
function copyBuiltInExtensions(folder, home) {
  const copy = join(home, "built-in");
  for (const name of builtInExtensions)
    cpSync(join(folder, "extensions", name), join(copy, name), { recursive: true });
  return copy;
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<string>}
 */
function announcedAuthority(child) {
  return new Promise((resolve, reject) => {
    let output = "";
    const give = () => reject(new Error(`The VS Code server did not start:\n${output}`));
    const timer = setTimeout(give, startLimit);
    child.once("exit", give);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output += text;
        const port = /Web UI available at http:\/\/[^:]+:(\d+)/.exec(output)?.[1];
        if (!port) return;
        clearTimeout(timer);
        child.off("exit", give);
        resolve(`127.0.0.1:${port}`);
      });
    }
  });
}
