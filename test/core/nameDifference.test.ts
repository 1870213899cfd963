import fc from "fast-check";
import { expect, test } from "vitest";
import { compareNames, type NamePart } from "../../server/src/core/nameDifference.ts";

const draw = (parts: readonly NamePart[]): string =>
  parts.map(({ text, differs }) => (differs ? `<${text}>` : text)).join("");

test.each([
  ["reqeusts", "requests", "req<e>usts", "requ<e>sts"],
  ["python-dateutils", "python-dateutil", "python-dateutil<s>", "python-dateutil"],
  ["pycryptoenv", "pycrypto", "pycrypto<env>", "pycrypto"],
  ["Reqests", "requests", "Reqests", "req<u>ests"],
  ["flask", "flask", "flask", "flask"],
  ["r".repeat(101), "requests", `<${"r".repeat(101)}>`, "<requests>"],
])("%s and %s", (written, target, drawnWritten, drawnTarget) => {
  const difference = compareNames(written, target);
  expect(draw(difference.written)).toBe(drawnWritten);
  expect(draw(difference.target)).toBe(drawnTarget);
});

test("the parts always make up the names", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (written, target) => {
      const difference = compareNames(written, target);
      expect(difference.written.map(({ text }) => text).join("")).toBe(written);
      expect(difference.target.map(({ text }) => text).join("")).toBe(target);
    }),
  );
});
