/** What stands behind a formatted string is read, whatever quotes the code in its braces has (PEP 701), and what stands in it is not. */

import { expect, test } from "vitest";
import { readPython } from "../../../server/src/core/readers/python.ts";
import { formattedStringEnd, isFormatted } from "../../../server/src/core/readers/pythonFormatted.ts";

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
  ["a line that goes on", `x = f"a\\\nb"\ny = f"{"'''"}"\nimport a\nz = '''\n'''`],
  ["a line that goes on behind CR LF", `x = f"a\\\r\nb"\r\ny = f"{"'''"}"\r\nimport a\r\nz = '''\r\n'''`],
  ["an escaped quote in a width", `x = f"{y:\\">9}"\ny = f"{"'''"}"\nimport a\nz = '''\n'''`],
  ["a template string", `x = t"{"'''"}"\nimport a\ny = '''\n'''`],
  ["a raw one", `x = Rf"\\"{"'''"}"\nimport a\ny = '''\n'''`],
  ["one that somebody still types", `x = f"{y\nimport a`],
  ["a width that somebody still types", `x = f"{y:>10"; import a; z = "}"`],
  ["a width of its own that somebody still types", `x = '}'; y = f"{z:{w"; import a`],
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

/** What begins with the first quote of the text, up to its end; null where it does not come to one. */
function firstString(text: string): string | null {
  const start = text.search(/["']/);
  const quote = text.charAt(start);
  const quotes = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  const end = formattedStringEnd(text, start, quotes);
  return end < 0 ? null : text.slice(0, end);
}

test.each([
  `f"abc"`,
  `f'a"b'`,
  String.raw`f"a\"b"`,
  String.raw`f"\\"`,
  String.raw`f"\{'"'}"`,
  `f"{{"`,
  `f"}}"`,
  `f"{{{x}}}"`,
  `f"{x}{y}"`,
  `f"{a}:{b}"`,
  `f"{x!r:>{w}.{p}}"`,
  `f"{x:}"`,
  `f"{x:{y:{z}}}"`,
  `f"{x:#x}"`,
  `f"{x:'^9}"`,
  `f"{"a":>9}"`,
  String.raw`f"{x:\"^9}"`,
  String.raw`f"{x:\{w}}"`,
  String.raw`f"{x:\}"`,
  'f"{x:\\\r\n}"',
  'f"a\\\nb"',
  'f"a\\\rb"',
  'f"a\\\r\nb"',
  'rf"a\\\r\nb"',
  `f"{x[1:2]}"`,
  `f"{(1, {2: 3}[2])}"`,
  `f"{"a}"}"`,
  `f"{'a"}'}"`,
  `f"{'{'}"`,
  String.raw`f"{'it\'s"}'}"`,
  String.raw`f"{"\\"}"`,
  `f'{"""a"'"}"""}'`,
  `f"{f'{"}"}'}"`,
  `f"{f"""{"}"}"""}"`,
  `f"""a"b""c"""`,
  'f"{\n1\n}"',
  'f"{x # }"\n}"',
  'f"{x # }"\r}"',
  'f"""a\n{x}"""',
  'f"""{x:\n}"""',
  `f"{x${":{x".repeat(200)}${"}".repeat(201)}"`,
  `${'f"{'.repeat(201)}1${'}"'.repeat(201)}`,
])("a formatted string is %j, and no more", (text) => {
  for (const behind of ["", " ", '"', '""', "}", "'", "\n"]) expect(firstString(text + behind)).toBe(text);
});

test.each([
  'f"',
  'f"abc',
  'f"abc\\',
  'f"abc\n"',
  'f"abc\r"',
  'f"{x',
  'f"{x"',
  'f"{x:',
  'f"{x:\\"}',
  'f"a\\\n\nb"',
  'f"a\\\r\n\r\nb"',
  'f"a\\\r\n\nb"',
  'f"{x:>10',
  'f"{x:>10"}',
  'f"{x:{y}"',
  'f"{x:{',
  'f"{(x}"',
  'f"{\'open}"',
  "f\"{'''open'}\"",
  "f\"{f'{open'}\"",
  'f"{ # }"',
  'f"""a"',
  'f"""a""',
  'f"{{x}',
  `f"{x${":{x".repeat(201)}${"}".repeat(202)}"`,
  `${'f"{'.repeat(202)}1${'}"'.repeat(202)}`,
])("%j does not come to its end", (text) => {
  expect(firstString(text)).toBeNull();
});

test.each(["f", "F", "t", "T", "rf", "fr", "Rf", "fR", "rt", "TR"])(
  "%s makes a string a formatted one",
  (prefix) => {
    for (const before of ["", " ", "(", "=", "@", "[", "`", "{", "/", ":", "^", "\x7f"])
      expect(isFormatted(`${before}${prefix}""`, before.length + prefix.length)).toBe(true);
    for (const before of ["a", "z", "A", "Z", "0", "9", "_", "\x80", "é"])
      expect(isFormatted(`${before}${prefix}""`, before.length + prefix.length)).toBe(false);
  },
);

test.each(["", "r", "b", "u", "rb", "br", "ff", "ft", "fb", "bf", "rr", "if", "frf", "rfr"])(
  "%j does not",
  (prefix) => {
    expect(isFormatted(`${prefix}""`, prefix.length)).toBe(false);
  },
);

test("time grows in line with the size, also where no string ends", () => {
  for (const part of ['f"{', "f'''{", 'f"{x:{', "f\"{f'", 'f"{#\n', 'f"{"']) {
    const started = process.cpuUsage();
    // Behind the last import nothing would be walked through.
    expect(names(`${part.repeat(300_000)}\nimport a`)).toEqual(["a"]);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6, part).toBeLessThan(5);
  }
}, 60_000);
