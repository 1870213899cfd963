/** `npm run notices`: writes THIRD-PARTY-NOTICES.md anew, after packages or data sources have changed. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./machine/root.mjs";
import { renderNotices } from "./notices/notices.mjs";

writeFileSync(join(root, "THIRD-PARTY-NOTICES.md"), await renderNotices());
