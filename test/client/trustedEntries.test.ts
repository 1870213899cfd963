import { describe, expect, test } from "vitest";
import { readEntries } from "../../client/src/trusted/entries.ts";

const today = "2026-11-20";

describe("readEntries", () => {
  test("gives the entries with what they say, in the order of their names", () => {
    const value = { zeta: {}, "acme-*": { reason: "our index", by: "platform team", expires: "2027-06-30" } };
    expect(readEntries(value, today)).toEqual([
      { key: "acme-*", reason: "our index", by: "platform team", expires: "2027-06-30", state: "counts" },
      { key: "zeta", reason: null, by: null, expires: null, state: "counts" },
    ]);
  });

  test.each([
    ["acme", { expires: "2026-11-20" }, "counts"],
    ["acme", { expires: "2026-11-19" }, "expired"],
    ["acme", { expires: "2026-02-30" }, "wrong-day"],
    ["acme", { expires: "soon" }, "wrong-day"],
    ["*", {}, "wrong-name"],
    ["-acme", { expires: "2020-01-01" }, "wrong-name"],
    ["acme", true, "counts"],
    ["acme", null, "counts"],
    ["acme", { reason: 5, expires: null }, "counts"],
  ])("%s: %j %s", (key, details, state) => {
    expect(readEntries({ [key]: details }, today)).toMatchObject([{ key, reason: null, state }]);
  });

  test.each([undefined, null, "acme", ["acme"], 5, {}])("%j has no entries", (value) => {
    expect(readEntries(value, today)).toEqual([]);
  });
});
