import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { checkReading, readText } from "../../server/src/core/check.ts";
import { readPolicy } from "../../server/src/core/policy/policy.ts";
import { summarize } from "../../server/src/lsp/summaries.ts";
import { listTrustedPackages, type TrustLayer } from "../../server/src/lsp/trustedPackages.ts";
import { shippedKnowledge } from "../support/knowledge.ts";
import { makeWorld, today } from "../support/world.ts";

const folder = "file:///project";
const user: TrustLayer["origin"] = { scope: "user", file: null };
const workspace: TrustLayer["origin"] = { scope: "workspace", file: "both.code-workspace" };
const inFolder: TrustLayer["origin"] = { scope: "folder", file: "project/.vscode/settings.json" };

function layer(origin: TrustLayer["origin"], trustedPackages: unknown): TrustLayer {
  return {
    origin,
    folder: origin.scope === "folder" ? folder : null,
    values: { trustedPackages },
    requireReason: false,
  };
}

/** Each entry as `scope key uses marks`. */
function listed(layers: readonly TrustLayer[], text = "", scanned = true): string[] {
  const { policy } = readPolicy(
    layers.map(({ origin, values }) => ({ origin, values, mayRelax: true })),
    today,
  );
  const context = { ...makeWorld(), policy };
  const reading = readText({ path: "requirements.txt", text });
  const document = TextDocument.create(`${folder}/requirements.txt`, "", 0, text);
  const checked = { ...checkReading(reading, context), context, folder };
  const summaries = [summarize(document, checked)];
  const world = { knowledge: shippedKnowledge(), summaries, scanned, today };
  return listTrustedPackages(layers, world).map(({ origin, key, uses, marks }) =>
    [origin.scope, key, uses, ...marks.map(describeMark)].join(" "),
  );
}

function describeMark(mark: ReturnType<typeof listTrustedPackages>[number]["marks"][number]): string {
  return mark.kind === "shadowed" ? `shadowed by ${mark.by.key} of ${mark.by.origin.scope}` : mark.kind;
}

describe("entries", () => {
  test.each<[string, readonly TrustLayer[], string, readonly string[]]>([
    [
      "are counted in whichever spelling",
      [layer(user, { "acme-core": {} })],
      "Acme.Core\nacme_core\n",
      ["user acme-core 2"],
    ],
    ["are counted by pattern", [layer(user, { "acme-*": {} })], "acme-a\nacme-b\nother\n", ["user acme-* 2"]],
    [
      "that no file uses are unused",
      [layer(workspace, { gone: {} })],
      "flask\n",
      ["workspace gone 0 unused"],
    ],
    ["of the user may be for other workspaces", [layer(user, { gone: {} })], "flask\n", ["user gone 0"]],
    [
      "expire after their day",
      [layer(workspace, { a: { expires: "2026-06-22" } })],
      "a\n",
      ["workspace a 0 expired"],
    ],
    ["count on their day", [layer(workspace, { a: { expires: "2026-06-23" } })], "a\n", ["workspace a 1"]],
    [
      "with a wrong day say so",
      [layer(workspace, { a: { expires: "soon" } })],
      "a\n",
      ["workspace a 0 wrong-day"],
    ],
    ["with a wrong name say so", [layer(workspace, { "*": {} })], "a\n", ["workspace * 0 wrong-name"]],
    [
      "for a malicious name say so",
      [layer(workspace, { "pycrypto*": {}, PyCryptoEnv: {} })],
      "pycryptoenv\n",
      ["workspace pycrypto* 0 unused", "workspace PyCryptoEnv 1 malicious"],
    ],
    [
      "are shadowed by a nearer one of the same name",
      [layer(user, { "acme-core": {} }), layer(inFolder, { Acme_Core: {} })],
      "acme-core\n",
      ["user acme-core 0 shadowed by Acme_Core of folder", "folder Acme_Core 1"],
    ],
    [
      "are covered by a pattern of any scope that counts wherever they do",
      [layer(user, { "acme-*": {} }), layer(inFolder, { "acme-core": {} })],
      "acme-core\n",
      ["user acme-* 0", "folder acme-core 1 shadowed by acme-* of user"],
    ],
    [
      "are not covered by what counts in one folder only",
      [layer(user, { "acme-core": {} }), layer(inFolder, { "acme-*": {} })],
      "acme-core\n",
      ["user acme-core 1", "folder acme-* 0 unused"],
    ],
    [
      "are not shadowed by what has expired",
      [layer(user, { a: {} }), layer(workspace, { a: { expires: "2020-01-01" } })],
      "a\n",
      ["user a 1", "workspace a 0 expired"],
    ],
    ["that are no list are none", [layer(user, ["acme"]), layer(workspace, "acme")], "", []],
    [
      "say nothing more where anything but details stands",
      [layer(user, { a: true, b: null })],
      "a\n",
      ["user a 1", "user b 0"],
    ],
  ])("%s", (_, layers, text, expected) => {
    expect(listed(layers, text)).toEqual(expected);
  });

  test("without a reason say so where one is required", () => {
    const layers = [{ ...layer(user, { a: {}, b: { reason: "ours" } }), requireReason: true }];
    expect(listed(layers, "b\n")).toEqual(["user a 0 no-reason", "user b 1"]);
  });

  test("are not called unused before a scan", () => {
    expect(listed([layer(workspace, { gone: {} })], "flask\n", false)).toEqual(["workspace gone 0"]);
  });
});
