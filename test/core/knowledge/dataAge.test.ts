import { expect, test } from "vitest";
import { ageInDays, describeOldData } from "../../../server/src/core/knowledge/dataAge.ts";
import { renderMessage } from "../../../server/src/core/messages.ts";

const dates = { popular: "2026-06-16", known: "2026-06-16", malicious: "2026-06-16" };

test.each([
  ["2026-06-16", 0, false],
  ["2026-09-14", 90, false],
  ["2026-09-15", 91, true],
  ["2027-06-16", 365, true],
  ["2026-01-01", 0, false],
])("on %s the data is %i days old", (today, days, isOld) => {
  expect(ageInDays(dates, today)).toBe(days);
  expect(describeOldData(dates, today) !== null).toBe(isOld);
});

test("what is said names the day", () => {
  expect(renderMessage(describeOldData(dates, "2026-12-01")!)).toBe(
    "The data is of 2026-06-16 and 168 days old. Update Namesake to know what came to PyPI since.",
  );
});
