/** What stands behind a formatted string is read, whatever quotes the code in its braces has (PEP 701), and what stands in it is not. */

import { expect, test } from "vitest";
import { readPython } from "../../../server/src/core/readers/python.ts";

const names = (text: string): string[] => readPython(text).references.map(({ name }) => name);

test.each([
  ["quotes of the same kind", `x = f"{"#"}"; import a`],
  ["triple quotes in a field", `x = f"{"'''"}"\nimport a\ny = '''\n'''`],
  ["triple quotes of the same kind", `x = f"""{"""'''"""}"""\nimport a\ny = '''\n'''`],
  ["a string of several lines in a field", `x = f"{'''a\n'''}"; import a`],
  ["a field of several lines", `x = f"{\n"'''"\n}"; import a`],
  ["a comment in a field", `x = f"""{ # "'''"\n1}"""\nimport a\ny = '''\n'''`],
  ["a formatted string in a formatted one", `x = f"{f"{f"{"'''"}"}"}"\nimport a\ny = '''\n'''`],
  ["a quote as a fill", `x = f"{y:'>10}"; import a`],
  ["a width of its own", `x = f"{y:{"'''"}>{w}}"\nimport a\ny = '''\n'''`],
  ["brackets and colons in a field", `x = f"{y[1:2]["'''"]:>{w}} {(lambda: "#")()}"; import a`],
  ["braces that are text", `x = f"{{'''"; import a`],
  ["a backslash before a brace", `x = f"\\{"'''"}"\nimport a\ny = '''\n'''`],
  ["a template string", `x = t"{"'''"}"\nimport a\ny = '''\n'''`],
  ["a raw one", `x = Rf"\\"{"'''"}"\nimport a\ny = '''\n'''`],
  ["one that somebody still types", `x = f"{y\nimport a`],
  ["one of several lines that somebody still types", `x = f"""{y\nimport a`],
  ["no formatted string, in spite of a letter", `if"{":\n  pass\nimport a`],
])("behind %s", (_what, text) => {
  expect(names(text)).toEqual(["a"]);
});

test.each([
  ["a name that is text", `x = f"import a"`],
  ["lines that are text", `x = f"""\nimport a\n{y}\nimport a\n"""`],
  ["lines behind a field with quotes", `x = f"""{"""\n"""}\nimport a\n"""`],
  ["a string in a field", `x = f"{'''\nimport a\n'''}"`],
])("in %s there is no import", (_what, text) => {
  expect(names(text)).toEqual([]);
});

test("time grows in line with the size, also where no string ends", () => {
  for (const part of ['f"{', "f'''{", 'f"{x:{', "f\"{f'", 'f"{#\n', 'f"{"']) {
    const started = process.cpuUsage();
    names(part.repeat(300_000));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6, part).toBeLessThan(5);
  }
}, 60_000);
