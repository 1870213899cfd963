/** The sentences that the programs can say, as they stand in the sources: what every language has to translate. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sentences } from "../../server/src/core/messages.ts";

/** In English, each once: those of the core, then those in the order of the files that say them. */
export function sentencesInSources(): string[] {
  const files = ["client/src", "server/src"].flatMap(sourcesBelow);
  return [...new Set([...Object.values(sentences), ...files.flatMap(sentencesOfFile)])];
}

function sourcesBelow(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".ts"),
  );
  return paths.sort().map((path) => join(folder, path));
}

/** @throws where a sentence is not written as one piece of text, so that nobody could look it up */
function sentencesOfFile(path: string): string[] {
  const source = readFileSync(path, "utf8");
  const calls = [...source.matchAll(/\bl10n\.t\(/g)];
  const written = [...source.matchAll(/\bl10n\.t\(\s*("(?:[^"\\\n]|\\.)*")\s*[,)]/g)];
  if (written.length < calls.length) {
    throw new Error(
      `${path}: ${calls.length - written.length} calls of l10n.t are without a sentence of their own.`,
    );
  }
  return written.map(([, literal = '""']) => JSON.parse(literal) as string);
}

/** The names in braces, each as often as it stands there, in the order of the alphabet. */
export function placeholdersOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
}
