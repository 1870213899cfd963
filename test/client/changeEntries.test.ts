import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeEntries } from "../../client/src/policy/changeEntries.ts";
import { editPolicy } from "../../server/src/core/policy/editPolicy.ts";
import type { PolicyChange } from "../../server/src/lsp/protocol.ts";

const trust = (name: string, details = {}): PolicyChange => ({ kind: "trust", name, details });
const untrust = (name: string): PolicyChange => ({ kind: "untrust", name });

describe("changeEntries", () => {
  test.each([
    ["adds a name to nothing", undefined, trust("acme"), { acme: {} }],
    [
      "adds a name to others",
      { other: { by: "me" } },
      trust("acme", { reason: "ours" }),
      { other: { by: "me" }, acme: { reason: "ours" } },
    ],
    [
      "changes an entry in another spelling in place",
      { Acme_Core: {} },
      trust("acme-core", { reason: "ours" }),
      { Acme_Core: { reason: "ours" } },
    ],
    [
      "removes every spelling",
      { Acme_Core: {}, "acme-core": {}, other: {} },
      untrust("acme.core"),
      { other: {} },
    ],
    ["leaves nothing behind", { acme: {} }, untrust("acme"), {}],
    ["replaces a value that is no list", "acme", trust("acme"), { acme: {} }],
    ["has nothing to remove", { other: {} }, untrust("acme"), null],
    ["has nothing to remove from nothing", undefined, untrust("acme"), null],
  ])("%s", (_, value, change, expected) => {
    expect(changeEntries(value, [change])?.entries ?? null).toEqual(expected);
  });

  test("gives the changes that take it back", () => {
    const before = { Acme_Core: { reason: "ours" }, other: {} };
    const changes = [untrust("acme-core"), trust("other", { by: "Ann" }), trust("third")];
    const { entries, undo } = changeEntries(before, changes)!;
    expect(entries).toEqual({ other: { by: "Ann" }, third: {} });
    expect(changeEntries(entries, undo)!.entries).toEqual(before);
  });

  test("does to a value what the server's edits do to a file", () => {
    const name = fc.constantFrom("acme", "Acme", "acme-core", "acme_core", "acme-*");
    const change = fc.oneof(
      name.map((each) => trust(each, { reason: "ours" })),
      name.map(untrust),
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.constant({})), change, (value, each) => {
        const text = JSON.stringify({ trustedPackages: value });
        const edits = editPolicy(text, "namesake-json", each);
        if (!Array.isArray(edits)) throw new Error(edits.kind);
        const edited = edits.reduce(
          (before, { span, newText }) => before.slice(0, span.start) + newText + before.slice(span.end),
          text,
        );
        expect(JSON.parse(edited).trustedPackages).toEqual(changeEntries(value, [each])?.entries ?? value);
      }),
    );
  });
});
