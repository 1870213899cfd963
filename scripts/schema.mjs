// @ts-check
/** `npm run schema`: writes the JSON schema of namesake.json anew. */

import { readFileSync, writeFileSync } from "node:fs";
import { renderPolicySchema } from "./schema/policySchema.mjs";

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, "utf8"));
writeFileSync(
  "docs/namesake.schema.json",
  renderPolicySchema(read("package.json"), read("package.nls.json")),
);
