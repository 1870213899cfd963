import { describe, expect, test } from "vitest";
import { skipMarker } from "../../../server/src/core/readers/marker.ts";

describe("a whole marker", () => {
  test.each([
    'python_version < "3.11"',
    "python_full_version~='3.8.1'",
    '"3.8"<=python_version',
    " os_name == 'nt'",
    "os.name == 'nt'",
    "sys_platform=='win32' and platform_machine != 'arm64'",
    "sys.platform == 'win32' or platform_system == 'Linux' or implementation_name === 'cpython'",
    "'linux' in sys_platform",
    "platform.version not in 'a'",
    "platform_release not \t in 'a'",
    "(python_version > '3')",
    "( (os_name == 'nt') and (extra == 'a' or 'b' == extra) ) ",
    "platform.python_implementation == 'PyPy' and(implementation_version >= '7')",
    "'dev' in dependency_groups",
    "'fast' in extras",
    "'' == ''",
  ])("%s", (marker) => {
    expect(skipMarker(`a;${marker}`, 2)).toBe(`a;${marker}`.length);
  });
});

describe("text behind one is none of it", () => {
  test.each([
    ["os_name == 'nt'", ", b"],
    ["os_name == 'nt' ", "# why"],
    ["os_name == 'nt' ", "andos_name == 'nt'"],
    ["(os_name == 'nt')", "; b"],
  ])("%s|%s", (marker, behind) => {
    expect(skipMarker(marker + behind, 0)).toBe(marker.length);
  });
});

describe("no whole marker", () => {
  test.each([
    "",
    "python",
    "python_version",
    "python_version <",
    'python_version < "3',
    "python_version < 3",
    "python_versions < '3'",
    "xpython_version < '3'",
    "python_version = '3'",
    "python_version notin '3'",
    "python_version not '3'",
    "python_version in_ '3'",
    "my_extra == 'a'",
    "extra = 'a'",
    "os_name == 'nt' and",
    "os_name == 'nt' or python",
    "(os_name == 'nt'",
    "((os_name == 'nt')",
    "os_name == 'nt')",
    "(os_name == 'nt'))",
    "(os_name == 'nt')) and (extra == 'a'",
    "()",
    "requests",
  ])("%s", (text) => {
    expect(skipMarker(text, 0)).toBeNull();
  });
});

test("parentheses exhaust no stack", () => {
  const depth = 100_000;
  const marker = `${"(".repeat(depth)}extra == 'a'${")".repeat(depth)}`;
  expect(skipMarker(marker, 0)).toBe(marker.length);
  expect(skipMarker(marker.slice(0, -1), 0)).toBeNull();
});
