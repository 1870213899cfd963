/** What the core says and writes of texts that strangers wrote: sentences, the policy page, addresses, edits of settings. */

import { afterAll, describe, expect, test } from "vitest";
import { projectUrl } from "../../server/src/core/documentation.ts";
import { escapeMarkdown } from "../../server/src/core/markdown.ts";
import { message, renderMessage } from "../../server/src/core/messages.ts";
import { normalizeName } from "../../server/src/core/names.ts";
import { describePolicy } from "../../server/src/core/policy/describePolicy.ts";
import {
  editPolicy,
  type PolicyChange,
  type PolicyFileKind,
  undoOf,
} from "../../server/src/core/policy/editPolicy.ts";
import { type PolicyLayer, readPolicy } from "../../server/src/core/policy/policy.ts";
import { policyFiles, policyLayer } from "../../server/src/core/policy/policyFiles.ts";
import { describeProblem } from "../../server/src/core/policy/problem.ts";
import { renderPolicy } from "../../server/src/core/policy/renderPolicy.ts";
import { columnsOf, expectHarmlessMarkdown, expectPlainLine } from "../security/harmless.ts";
import { hostileStrings } from "../security/hostileStrings.ts";
import { tellFigures } from "../support/figures.ts";
import { today } from "../support/world.ts";

/** A layer in which the text stands wherever one can write something. */
function layersOf(hostile: string): PolicyLayer[] {
  const values = {
    trustedPackages: {
      [hostile]: { reason: hostile, by: hostile, expires: hostile },
      acme: { reason: hostile, by: hostile },
      old: { expires: "2020-01-01" },
    },
    blockedPackages: { bad: { reason: hostile } },
    privatePackages: { [hostile]: hostile },
    severity: { [hostile]: hostile, typosquat: hostile },
    sensitivity: hostile,
    include: [hostile],
    exclude: [[hostile]],
    maxProblems: hostile,
    indexUrl: hostile,
    "trust.requireReason": hostile,
    trust: { [hostile]: hostile },
    [hostile]: hostile,
  };
  return [
    { origin: { scope: "file", file: hostile }, values, mayRelax: true },
    { origin: { scope: "folder", file: `${hostile}/.vscode/settings.json` }, values, mayRelax: false },
  ];
}

afterAll(() => {
  tellFigures("hostile strings", `${Object.keys(hostileStrings).length} strings, each through every output`);
});

describe.each(Object.entries(hostileStrings))("%s", (_what, hostile) => {
  test("a sentence stays one line of a length to be read", () => {
    expectPlainLine(renderMessage(message("typosquat", { name: hostile, target: hostile, rank: 1 })));
    expectPlainLine(renderMessage(message("blocked-package.reason", { name: hostile, reason: hostile })));
  });

  test("a sentence is no Markdown", () => {
    const blocks = expectHarmlessMarkdown(escapeMarkdown(`'${hostile}'`));
    expect(blocks).toEqual(["paragraph_open", "inline", "paragraph_close"]);
  });

  test("an address is one, and ends no link", () => {
    expect(projectUrl(normalizeName(hostile))).toMatch(/^https:\/\/pypi\.org\/project\/[\w.~%-]*\/$/);
  });

  test("problems with settings are told in a line each", () => {
    const { problems } = readPolicy(layersOf(hostile), today);
    expect(problems.length).toBeGreaterThan(5);
    for (const problem of problems) expectPlainLine(renderMessage(describeProblem(problem)));
  });

  test("the policy page keeps to its tables", () => {
    const page = renderPolicy(describePolicy(layersOf(hostile), today), renderMessage);
    const blocks = expectHarmlessMarkdown(page);
    const columns = columnsOf(page);
    const counting = columns.findIndex((count) => count !== 3);
    expect(columns.slice(0, counting)).toEqual(Array(counting).fill(3));
    expect(columns.slice(counting)).toEqual(Array(columns.length - counting).fill(4));
    expect(blocks.filter((type) => /heading_open|list_open|fence|code_block|blockquote/.test(type))).toEqual([
      "heading_open",
      "heading_open",
    ]);
  });

  const entry: PolicyChange = {
    kind: "trust",
    name: hostile,
    details: { reason: hostile, by: hostile, expires: hostile },
  };
  const kinds: readonly PolicyFileKind[] = ["settings", "code-workspace", "namesake-json"];

  test.each(kinds)("an edit of %s writes JSON that says the same, once", (kind) => {
    const before = '{\n  // a comment\n  "a": 1\n}\n';
    const written = edit(before, kind, entry);
    expect(written).toContain("// a comment");
    const list = listIn(JSON.parse(written.replace(/^ *\/\/.*$/m, "")), kind);
    expect(Object.entries(list)).toEqual([[hostile, { reason: hostile, by: hostile, expires: hostile }]]);
    expect(edit(written, kind, entry)).toBe(written);
    const undo = undoOf(written, kind, [entry])[0]!;
    expect(undo).toEqual(entry);
    expect(
      Object.keys(
        listIn(
          JSON.parse(edit(written, kind, { kind: "untrust", name: hostile }).replace(/^ *\/\/.*$/m, "")),
          kind,
        ),
      ),
    ).toEqual([]);
  });

  test("a policy file that holds nothing else is read or refused, and nothing else happens", () => {
    for (const file of policyFiles) {
      for (const text of [hostile, JSON.stringify({ [hostile]: hostile }), `[tool.namesake]\n${hostile}`]) {
        const layer = policyLayer(file, text, { shown: file.path, mayRelax: true });
        const { policy } = readPolicy(layer ? [layer] : [], today);
        expect(policy.enable).toBe(true);
        expect(policy.trusted.rules).toEqual([]);
      }
    }
  });
});

describe("keys that every object has", () => {
  const inherited =
    '{ "__proto__": { "enable": false, "trustedPackages": { "acme": {} } }, "constructor": 1 }';

  test("hand no settings down", () => {
    const layer = policyLayer(policyFiles.at(-1)!, inherited, { shown: "namesake.json", mayRelax: true });
    const { policy } = readPolicy([layer!], today);
    expect([policy.enable, policy.trusted.rules]).toEqual([true, []]);
    expect(({} as Record<string, unknown>).enable).toBeUndefined();
  });

  test("are entries like others where packages are listed", () => {
    const text = '{ "trustedPackages": { "__proto__": { "reason": "x" } } }';
    expect(
      editPolicy(text, "namesake-json", { kind: "trust", name: "__proto__", details: { reason: "x" } }),
    ).toEqual([]);
  });
});

test("JSON that is nested by the hundred thousand is refused as a whole", () => {
  for (const open of ["[", '{"a":']) {
    const text = `{"trustedPackages": ${open.repeat(100_000)}`;
    const change: PolicyChange = { kind: "trust", name: "acme", details: {} };
    expect(editPolicy(text, "namesake-json", change)).toEqual({ kind: "unreadable-policy" });
    expect(undoOf(text, "namesake-json", [change])).toEqual([{ kind: "untrust", name: "acme" }]);
    for (const file of policyFiles.slice(0, 1)) expect(file.read(text)?.malformed).toBe(true);
  }
});

function edit(text: string, kind: PolicyFileKind, change: PolicyChange): string {
  const edits = editPolicy(text, kind, change);
  if (!Array.isArray(edits)) throw new Error(edits.kind);
  return edits.reduceRight(
    (source, { span, newText }) => source.slice(0, span.start) + newText + source.slice(span.end),
    text,
  );
}

function listIn(file: Record<string, Record<string, unknown>>, kind: PolicyFileKind): object {
  const settings = kind === "code-workspace" ? file.settings! : file;
  return (settings[kind === "namesake-json" ? "trustedPackages" : "namesake.trustedPackages"] ??
    {}) as object;
}
