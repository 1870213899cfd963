/** `npm run sbom`: writes the bill of materials to `dist/`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "./machine/report.mjs";
import { root } from "./machine/root.mjs";
import { renderBillOfMaterials } from "./notices/sbom.mjs";

const file = join(root, "dist", "namesake.cdx.json");
mkdirSync(join(root, "dist"), { recursive: true });
writeFileSync(file, await renderBillOfMaterials());
say(file);
