/** `npm run package`: builds, and puts the .vsix into `dist/`. */
import { join } from "node:path";
import { run } from "./machine/processes.mjs";
import { fail, say } from "./machine/report.mjs";
import { root } from "./machine/root.mjs";
import { packageExtension } from "./vscode/package.mjs";

const { code, output } = await run(process.execPath, [join(root, "scripts", "build.mjs")], { cwd: root });
if (code !== 0) fail(output);
say(await packageExtension(root, join(root, "dist")));
