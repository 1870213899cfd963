import { expect, test } from "vitest";
import { readUvLock } from "../../../server/src/core/readers/uvLock.ts";

/** A package as uv writes it: mostly the files that it can be installed from. */
const wheel = `    { url = "https://files.example.org/packages/58cd2187c01e70e6e26505bca751/a-1.0-cp312-cp312-manylinux.whl", hash = "sha256:58cd2187c01e70e6e26505bca751777aa9f2ee0b7f4300988b709f44e013003f", size = 62574, upload-time = "2025-01-01T00:00:00Z" },\n`;
const lockedPackage = `[[package]]
name = "a"
version = "1.0"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "b", marker = "python_full_version < '3.13'" },
]
wheels = [
${wheel.repeat(12)}]

`;

test("a lock file of 5 MB takes no more than ten times as long as one of 500 kB, within reason", {
  timeout: 60_000,
}, () => {
  const large = lockedPackage.repeat(5_000_000 / lockedPackage.length);
  const small = large.slice(0, large.length / 10);
  expect(readUvLock(large).references.length).toBeGreaterThan(1_000);
  expect(best(large)).toBeLessThan(30 * best(small));
});

/** The shortest of some times, in milliseconds: what a busy machine adds is left out. */
function best(text: string): number {
  return Math.min(
    ...Array.from({ length: 7 }, () => {
      const start = performance.now();
      readUvLock(text);
      return performance.now() - start;
    }),
  );
}
