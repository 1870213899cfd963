import { expect, test, vi } from "vitest";
import { answerOf } from "../../client/src/pickOrType.ts";

vi.mock("vscode", () => ({ window: {} }));

test.each([
  ["the item, where nothing is typed", { label: "acme-core" }, "", "acme-core"],
  ["the item that the text leads to", { label: "acme-core" }, "core", "acme-core"],
  ["the item whose letters are typed in order", { label: "acme-core" }, "accr", "acme-core"],
  [
    "the item that its description leads to",
    { label: "acme-core", description: "2 places" },
    "places",
    "acme-core",
  ],
  ["the text, where the item is of an earlier text", { label: "acme-core" }, "acme-billing", "acme-billing"],
  ["the text, where there is no item", undefined, "acme-billing", "acme-billing"],
])("the answer is %s", (_what, active, text, answer) => {
  expect(answerOf(active, text)).toBe(answer);
});
