import { expect, test } from "vitest";
import { isPyPi } from "../../../server/src/core/readers/pypi.ts";

test.each([
  "https://pypi.org/simple",
  "https://pypi.org/simple/",
  "https://pypi.org",
  "https://PyPI.org:443/simple",
  "https://user:secret@pypi.org/simple",
  "https://pypi.python.org/simple",
])("%s is PyPI", (url) => {
  expect(isPyPi(url)).toBe(true);
});

test.each([
  "",
  "pypi",
  "pypi.org/simple",
  "https://test.pypi.org/simple",
  "https://pypi.org.example.org/simple",
  "https://example.org/pypi.org/simple",
  "https://example.org/?mirror=@pypi.org/simple",
  "https://my-pypi.org/simple",
])("%s is not", (url) => {
  expect(isPyPi(url)).toBe(false);
});
