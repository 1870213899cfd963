/** The commands over folders that strangers filled: whatever a file is called and says, a terminal shows it and obeys nothing. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { formatNames } from "../../server/src/cli/formats/index.ts";
import { columnsOf, expectHarmlessMarkdown, expectPlainLines } from "../security/harmless.ts";
import { hostileFileNames, hostileStrings } from "../security/hostileStrings.ts";
import { packBytes } from "../support/knowledge.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { commit, makeRepository } from "./repository.ts";

// The program finds its data beside itself, and these tests run it from its sources.
vi.mock("../../server/src/node/packFile.ts", () => {
  const pack = packBytes();
  return { readPackFile: async () => pack };
});
const { main } = await import("../../server/src/cli/main.ts");

const before = process.cwd();
afterEach(() => process.chdir(before));

async function run(folder: string, ...arguments_: string[]) {
  process.chdir(folder);
  let [out, error] = ["", ""];
  const code = await main(arguments_, {
    input: async () => "",
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
  });
  expectPlainLines(out);
  expectPlainLines(error);
  return { code, out, error };
}

const quoted = Object.values(hostileStrings).map((text) => JSON.stringify(text));
const lock = `{ "default": { ${quoted.map((name) => `${name}: { "version": "==1" }`).join(",\n")} } }`;
const policy = JSON.stringify({
  trustedPackages: Object.fromEntries(Object.values(hostileStrings).map((text) => [text, { reason: text }])),
  blockedPackages: { reqeusts: { reason: hostileStrings["a terminal's link"] } },
  severity: Object.fromEntries(Object.values(hostileStrings).map((text) => [text, text])),
  indexUrl: "https://user:secret\u001b@host.example/",
});

function fill(folder: string): void {
  for (const name of hostileFileNames) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "requirements.txt"), "reqeusts\n");
  }
  writeFileSync(join(folder, "Pipfile.lock"), lock);
  writeFileSync(join(folder, "namesake.json"), policy);
}

/** Windows lets nobody give files such names. */
const names = process.platform === "win32" ? [] : hostileFileNames;

describe.skipIf(names.length === 0)("a folder of hostile names", () => {
  test.each(formatNames)("check --format %s", async (format) => {
    const folder = temporaryFolder({});
    fill(folder);
    const { code, out } = await run(folder, "check", "--format", format);
    expect(code).toBe(1);
    if (format === "markdown") {
      expectHarmlessMarkdown(out);
      expect(new Set(columnsOf(out))).toEqual(new Set([4]));
    }
    if (format === "github") {
      for (const line of out.trimEnd().split("\n")) expect(line).toMatch(/^::(?:error|warning|notice) file=/);
    }
    if (format === "json") {
      const found = new Set((JSON.parse(out).findings as { path: string }[]).map(({ path }) => path));
      expect(names.filter((name) => !found.has(`${name}/requirements.txt`))).toEqual([]);
    }
    if (format === "sarif" || format === "gitlab") expect(JSON.parse(out)).toBeTruthy();
  });

  test("list", async () => {
    const folder = temporaryFolder({});
    fill(folder);
    const { out } = await run(folder, "list", "--format", "json");
    const rows = JSON.parse(out) as { path: string; name: string }[];
    expect(rows.filter(({ path }) => path.endsWith("/requirements.txt")).length).toBe(names.length);
    const listed = (await run(folder, "list")).out.trimEnd().split("\n");
    expect(listed).toHaveLength(rows.length);
  });

  test("policy", async () => {
    const folder = temporaryFolder({});
    fill(folder);
    const { out } = await run(folder, "policy");
    expectHarmlessMarkdown(out);
    expect(out).not.toContain("secret");
    expect(JSON.parse((await run(folder, "policy", "--format", "json")).out).length).toBeGreaterThan(50);
  });

  test("check --since, with the policy that the change adds", async () => {
    const folder = makeRepository({ before: "", after: "", disk: "" }, "disk");
    writeFileSync(join(folder, "requirements.txt"), "requests\n");
    commit(folder);
    fill(folder);
    commit(folder);
    for (const format of ["text", "github", "markdown"] as const) {
      const { out } = await run(folder, "check", "--since", "HEAD~1", "--format", format);
      expect(out).toContain("trustedPackages");
      if (format === "markdown") expectHarmlessMarkdown(out);
    }
  });
});

describe.each(Object.entries(hostileStrings))("%s", (_what, hostile) => {
  test("explain says the name as it was given", async () => {
    if (hostile.trim() === "" || hostile.startsWith("--")) return;
    const { out } = await run(before, "explain", "--jsonl", hostile);
    expect(JSON.parse(out).name).toBe(hostile.trim());
  });

  test("a wrong argument is told in plain words", async () => {
    const folder = temporaryFolder({});
    const { code, error } = await run(folder, "check", `--format=${hostile}`);
    expect([code, error.split("\n").length > 1]).toEqual([2, true]);
    expect((await run(folder, hostile)).code).toBe(hostile === "--help" ? 0 : 2);
    await run(folder, "trust", hostile);
  });
});
