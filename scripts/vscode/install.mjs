/**
 * Installs the embedded VS Code: the VS Code server and its web workbench, from the npm package code-server.
 *
 * Version 4.100.3 carries VS Code 1.100.3 and is the last line that runs on Node 20 (later ones call
 * `module.registerHooks`, which came with Node 22). The committed lock file holds the hash of that package,
 * and the package holds VS Code's own lock file, so that every byte is pinned.
 */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cache } from "../machine/root.mjs";
import { installIn, installPinned, pinnedVersion } from "./pinned.mjs";

const pins = fileURLToPath(new URL(".", import.meta.url));

/**
 * @returns {Promise<string>} the folder of the VS Code server
 * @throws Error with npm's output where the packages cannot be had
 */
export async function installEmbeddedVSCode() {
  const folder = join(cache, `vscode-${pinnedVersion(pins, "code-server")}`);
  const server = join(folder, "node_modules", "code-server", "lib", "vscode");
  await installPinned(pins, folder, "the embedded VS Code, about 280 MB,", async () => {
    // The native modules stay unbuilt: VS Code logs that they are missing and goes on.
    await installIn(server, ["--omit=dev"]);
    // Without its install script VS Code's own ripgrep has no binary, and file search fails; a later release of
    // the same package carries one for each platform.
    const ripgrep = `ripgrep-${process.platform}-${process.arch}`;
    const binaries = join(folder, "node_modules", "@vscode", ripgrep, "bin");
    cpSync(binaries, join(server, "node_modules", "@vscode", "ripgrep", "bin"), { recursive: true });
  });
  return server;
}
