/** Holds the README to the manifest, the rules, the readers, the command line and the dates of the data. */

import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { main } from "../../server/src/cli/main.ts";
import { readers } from "../../server/src/core/readers/index.ts";
import { rules } from "../../server/src/core/rules/codes.ts";
import { expectFindings } from "../support/findings.ts";
import { shippedKnowledge } from "../support/knowledge.ts";
import { readBlocks } from "./markdown.ts";
import { readSettings } from "./settings.ts";

// The formatter aligns tables.
const readme = readFileSync("README.md", "utf8").replaceAll(/ {2,}/g, " ");
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly contributes: {
    readonly configuration: { readonly properties: Record<string, { readonly default: unknown }> };
  };
};

describe("the table of settings", () => {
  const settings = Object.entries(manifest.contributes.configuration.properties);

  test.each(settings)("has %s with its default", (name, property) => {
    expect(readme).toContain(`| \`${name}\` | \`${JSON.stringify(property.default)}\` |`);
  });

  test("has no other setting", () => {
    const rows = [...readme.matchAll(/^\| `(namesake\.[\w.]+)` \|/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual(settings.map(([name]) => name).sort());
  });
});

test.each(rules.map(({ code, severity }) => [code, severity]))("lists the rule %s, %s", (code, severity) => {
  expect(readme).toContain(`| [\`${code}\`](docs/rules/${code}.md) | ${severity} |`);
});

const formatsTable = /<!-- formats -->\n[\s\S]*?<!-- end of formats -->/;

/** `UPDATE=1` writes the table anew; the formatter then aligns it. */
test("has the table of formats as the registry gives it", () => {
  const rows = readers.map(({ title, patterns, role }) => {
    const files = patterns.map((pattern) => `\`${pattern.replace(/^\*\*\//, "")}\``).join(", ");
    return `| ${title} | ${files} | ${role === "lock" ? "no, its manifest is shown" : "yes"} |`;
  });
  const table = ["| Format | Files | Fixed in place |", "| --- | --- | --- |", ...rows].join("\n");
  const section = `<!-- formats -->\n\n${table}\n\n<!-- end of formats -->`;
  if (process.env.UPDATE) {
    writeFileSync(
      "README.md",
      readFileSync("README.md", "utf8").replace(formatsTable, () => section),
    );
    return;
  }
  expect(formatsTable.exec(readme)?.[0].replaceAll(/-{3,}/g, "---")).toBe(section);
});

test.each(Object.entries(shippedKnowledge().dates))("states the date of the %s names", (_, date) => {
  expect(readme).toContain(date);
});

test("shows every command", async () => {
  let usage = "";
  await main(["--help"], {
    input: async () => "",
    out: (text) => {
      usage += text;
    },
    error: () => {},
  });
  const commands = [...usage.matchAll(/^ {2}namesake (\w+)/gm)].map(([, command]) => command);
  expect(commands).not.toEqual([]);
  for (const command of commands) expect(readme).toContain(`node dist/cli.js ${command}`);
});

test("shows what is found, and settings that work", () => {
  const blocks = readBlocks(readme);
  for (const { language, file, text } of blocks) {
    if (file !== null) expectFindings(file, text);
    if (language === "jsonc") readSettings(text);
  }
  expect(blocks.some(({ file }) => file !== null)).toBe(true);
  expect(blocks.some(({ language }) => language === "jsonc")).toBe(true);
});
