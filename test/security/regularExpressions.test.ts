/**
 * Every regular expression of the product and of its settings' schemas takes time in line with the length of the text: a
 * file that a stranger wrote cannot make one run for minutes. A checker decides that of each; its verdict is a proof, or
 * a long search for an attack. With RECORD_PROOFS=1 in the environment, `provenPatterns.txt` is written anew.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseSync } from "oxc-parser";
import { afterAll, describe, expect, test } from "vitest";
import { printableJson } from "../../server/src/core/printable.ts";

// The checker's own JavaScript, without its programs for single platforms.
process.env.RECHECK_SYNC_BACKEND = "pure";
const { checkSync } = await import("recheck");

interface Found {
  readonly place: string;
  readonly pattern: string;
  readonly flags: string;
}

const files = ["server/src", "client/src"].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(root, path).replaceAll("\\", "/")),
);

interface Node {
  readonly type: string;
  readonly start: number;
}

/** Every node of a file's tree, with whether it stands in a function. */
function* nodesOf(
  node: unknown,
  inFunction = false,
): Generator<{ node: Node & Record<string, unknown>; inFunction: boolean }> {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) yield* nodesOf(each, inFunction);
    return;
  }
  const here = node as Node & Record<string, unknown>;
  if (typeof here.type === "string") yield { node: here, inFunction };
  const inside = inFunction || /Function/.test(String(here.type));
  for (const [key, value] of Object.entries(here))
    if (key !== "value" || here.type !== "Literal") yield* nodesOf(value, inside);
}

const literals: Found[] = [];
const constructed: { readonly file: string; readonly inFunction: boolean }[] = [];
for (const file of files) {
  const text = readFileSync(file, "utf8");
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  for (const { node, inFunction } of nodesOf(program)) {
    const regex = node.regex as { pattern: string; flags: string } | undefined;
    const line = text.slice(0, node.start).split("\n").length;
    if (node.type === "Literal" && regex) literals.push({ place: `${file}:${line}`, ...regex });
    const callee = (node.callee as { name?: string } | undefined)?.name;
    if (/^(?:New|Call)Expression$/.test(node.type) && callee === "RegExp")
      constructed.push({ file, inFunction });
  }
}

/** What modules make of parts when they are loaded: their constants are made before our eyes. */
async function constructedAtLoad(): Promise<Found[]> {
  const made: Found[] = [];
  const Original = globalThis.RegExp;
  let place = "";
  globalThis.RegExp = new Proxy(Original, {
    construct(target, [pattern, flags = ""]: [string | RegExp, string?]) {
      if (typeof pattern === "string") made.push({ place, pattern, flags });
      return new target(pattern, flags);
    },
  });
  try {
    for (const file of files.filter((path) => path.startsWith("server/src/core/"))) {
      place = `loading ${file}`;
      await import(/* @vite-ignore */ pathToFileURL(file).href);
    }
  } finally {
    globalThis.RegExp = Original;
  }
  return made;
}

const made = await constructedAtLoad();

/** Editors try their patterns on a person's settings while these are typed. */
const schemas = ["package.json", "docs/namesake.schema.json"];
const ofSchemas: readonly Found[] = schemas.flatMap((place) => {
  const patterns: string[] = [];
  JSON.parse(readFileSync(place, "utf8"), (key, value: unknown) => {
    if (key === "pattern" && typeof value === "string") patterns.push(value);
    return value;
  });
  return patterns.map((pattern) => ({ place, pattern, flags: "u" }));
});

test("all are found", () => {
  expect(literals.length).toBeGreaterThan(150);
  const atLoad = constructed.filter(({ inFunction }) => !inFunction);
  expect(atLoad.filter(({ file }) => !file.startsWith("server/src/core/"))).toEqual([]);
  expect(atLoad.length).toBeGreaterThan(10);
  expect(made.length).toBeGreaterThanOrEqual(atLoad.length);
  // None is made while the program runs, where nobody could prove what comes of it.
  expect(constructed.filter(({ inFunction }) => inFunction)).toEqual([]);
  expect(new Set(ofSchemas.map(({ place }) => place))).toEqual(new Set(schemas));
});

test("the checker knows a slow one", () => {
  expect(verdict({ place: "", pattern: "^(a+)+$", flags: "" })).toMatch(/exponential/);
  expect(verdict({ place: "", pattern: "\\s+$", flags: "" })).toMatch(/polynomial/);
});

/** The same one twice is checked once. */
const all = [
  ...new Map(
    [...literals, ...made, ...ofSchemas].map((each) => [`${each.pattern}/${each.flags}`, each]),
  ).values(),
];

const provenFile = new URL("provenPatterns.txt", import.meta.url);
const proven = new Set(readFileSync(provenFile, "utf8").split("\n"));
/** A proof takes a second or so: what has been proven is proven anew by night. */
const unproven = all.filter((each) => !proven.has(written(each)));
const provesAll = process.env.NAMESAKE_NIGHTLY || process.env.RECORD_PROOFS;
const toProve = provesAll ? all : [...all.slice(0, 1), ...unproven];

describe("each is linear", () => {
  test.each(toProve)("$place $pattern", { timeout: 60_000 }, (found) => {
    expect(verdict(found)).toBe("safe");
    if (process.env.RECORD_PROOFS) proven.add(written(found));
  });
});

afterAll(() => {
  if (!process.env.RECORD_PROOFS) return;
  const lines = all.map(written).filter((line) => proven.has(line));
  writeFileSync(provenFile, `${lines.sort().join("\n")}\n`);
});

/** In one line. */
function written({ pattern, flags }: Found): string {
  return printableJson(`/${pattern}/${flags}`);
}

function verdict({ pattern, flags }: Found): string {
  // The flags that it does not know change what is reported, not what is tried.
  const options = { timeout: 30_000, randomSeed: 1 };
  const found = checkSync(pattern, flags.replace(/[dv]/g, ""), options);
  return found.status === "vulnerable" ? found.complexity.summary : found.status;
}
