/** `npm run package`: builds, and puts the .vsix and its bill of materials into `dist/`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./machine/processes.mjs";
import { fail, say } from "./machine/report.mjs";
import { root } from "./machine/root.mjs";
import { renderBillOfMaterials } from "./notices/sbom.mjs";
import { packageExtension } from "./vscode/package.mjs";

const { code, output } = await run(process.execPath, [join(root, "scripts", "build.mjs")], { cwd: root });
if (code !== 0) fail(output);
say(await packageExtension(root, join(root, "dist")));
const bill = join(root, "dist", "namesake.cdx.json");
writeFileSync(bill, await renderBillOfMaterials());
say(bill);
