/** Compiles the TSV files of `data/` into the pack that ships: `dist/namesake.pack`. */

import { mkdirSync, writeFileSync } from "node:fs";
import { encodeKnowledge } from "../server/src/core/knowledge/openKnowledge.ts";
import { readFacts } from "./readFacts.ts";

const facts = readFacts("data");
const pack = encodeKnowledge(facts);
mkdirSync("dist", { recursive: true });
writeFileSync("dist/namesake.pack", pack);
console.log(
  `dist/namesake.pack: ${pack.length} bytes; ${facts.popular.length} popular, ${facts.known.length} further known, ` +
    `${facts.reviewed.length} reviewed and ${facts.malicious.length} malicious names, ${facts.imports.size} modules.`,
);
