/** The program as npm delivers it, installed without a network from what would be published. */

import { join } from "node:path";
import { npm } from "../../scripts/machine/processes.mjs";
import { scratchFolder } from "../../scripts/machine/scratch.mjs";
import { packageForNpm } from "../../scripts/npm/package.mjs";

export interface NpmProgram {
  /** The folder with the command `namesake`, for the PATH. */
  readonly bin: string;
  /** The script behind the command, for Node. */
  readonly script: string;
}

/** Gone when this process ends. */
export async function installNpmProgram(): Promise<NpmProgram> {
  const place = scratchFolder();
  const tarball = await packageForNpm(place);
  const env = { npm_config_offline: "true", npm_config_cache: join(place, "npm-cache") };
  const { code, output } = await npm(["install", "--prefix", place, tarball], { cwd: place, env });
  if (code !== 0) throw new Error(`The packed program could not be installed:\n${output}`);
  const modules = join(place, "node_modules");
  return { bin: join(modules, ".bin"), script: join(modules, "namesake", "dist", "cli.js") };
}
