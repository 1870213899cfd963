/** Every link in the documents leads to a file, and every command in them is one that npm knows. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readLinks } from "./markdown.ts";

const documents = [
  ...readdirSync("."),
  ...readdirSync("docs", { recursive: true, encoding: "utf8" }).map((file) => join("docs", file)),
].filter((file) => file.endsWith(".md"));

test.each(documents)("%s", (document) => {
  const text = readFileSync(document, "utf8");
  const files = readLinks(text)
    .filter((address) => !/^(?:https?:|#)/.test(address))
    .map((address) => join(dirname(document), address.replace(/#.*$/, "")));
  expect(files.filter((file) => !existsSync(file))).toEqual([]);

  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, command]) => command!);
  expect(commands.filter((command) => !(command in scripts))).toEqual([]);
});
