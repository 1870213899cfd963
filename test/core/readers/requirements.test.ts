import { describe, expect, test } from "vitest";
import { readRequirementsFile } from "../../../server/src/core/readers/requirements.ts";
import type { DistributionReference, TextSpan } from "../../../server/src/core/reference.ts";

function referencesIn(text: string): DistributionReference[] {
  return readRequirementsFile(text).references.filter((reference) => reference.kind === "distribution");
}

/** Deletes spans, last first. */
function without(text: string, spans: readonly TextSpan[]): string {
  return spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

describe("removal leaves a valid file", () => {
  test.each([
    ["the only line", "json\n", ""],
    ["a file without a line break", "json", ""],
    ["the first line", "json\nflask\n", "flask\n"],
    ["a line between", "django\n  json  # standard library\nflask\n", "django\nflask\n"],
    ["the last line, which has no break", "flask\njson", "flask"],
    ["the last line behind CR LF", "flask\r\njson", "flask"],
    ["a line that ends in CR LF", "json\r\nflask\r\n", "flask\r\n"],
    ["the first line behind a byte order mark", "\ufeffjson\nflask\n", "\ufeffflask\n"],
    [
      "hashes and continuations",
      "json==1 \\\n    --hash=sha256:a \\\n    --hash=sha256:b\nflask\n",
      "flask\n",
    ],
    ["a continuation at the end of the file", "flask\njson \\\n  ==1 \\", "flask"],
    ["what a comment ends", "json \\\n# comment\nflask\n", "flask\n"],
  ])("%s", (_, text, expected) => {
    const json = referencesIn(text).find(({ name }) => name === "json");
    expect(without(text, [json!.removal!])).toBe(expected);
  });
});

describe("version and hashes are what ties a name to one project", () => {
  test.each([
    ["an exact version", "reqeusts==2.0\n", "reqeusts\n"],
    ["with white space", "reqeusts  == 2.0 ; python_version < '3'\n", "reqeusts ; python_version < '3'\n"],
    ["behind extras", "reqeusts[security]==2.0  # comment\n", "reqeusts[security]  # comment\n"],
    ["in parentheses", "reqeusts (==2.0)\n", "reqeusts\n"],
    ["among other clauses", "reqeusts>=1,==2.0,\n", "reqeusts\n"],
    ["arbitrary equality", "reqeusts===2.0+custom\n", "reqeusts\n"],
    [
      "hashes",
      "reqeusts==2.0 --hash=sha256:a --config-settings=b --hash sha256:c\n",
      "reqeusts --config-settings=b\n",
    ],
    [
      "continued hashes",
      "reqeusts==2.0 \\\n    --hash=sha256:a \\\n    --hash=sha256:b  # why\n",
      "reqeusts  # why\n",
    ],
    ["hashes without a version", "reqeusts --hash=sha256:a\n", "reqeusts\n"],
    ["a parenthesis that nothing closes", "reqeusts (==2.0\n", "reqeusts\n"],
  ])("%s", (_, text, expected) => {
    const { pin, hashes } = referencesIn(text)[0]!;
    expect(without(text, pin ? [pin, ...hashes] : hashes)).toBe(expected);
  });

  test.each([
    ["no specifier", "requests"],
    ["a range", "requests>=2,<3"],
    ["a compatible release", "requests~=2.0"],
    ["a prefix", "requests==2.*"],
    ["an exclusion", "requests!=2.0"],
    ["a version that is not known whole", "requests==2.0.x"],
    ["a marker", "requests; python_version == '3.11'"],
    ["a parenthesis that nothing opened", "requests ==2.0)"],
    ["a URL", "requests @ https://example.org/requests==2.0.zip"],
    ["a wheel", "./requests-2.0-py3-none-any.whl"],
  ])("%s pins nothing", (_, text) => {
    expect(referencesIn(text)).toMatchObject([{ pin: null, hashes: [] }]);
  });
});

test("without a version there is no specifier, and a file is called as it is written", () => {
  expect(referencesIn("requests\nflask ; extra == 'a'\n")).toMatchObject([
    { specifier: null },
    { specifier: null },
  ]);
  const { includes } = readRequirementsFile("-r base.txt -c 'more constraints.txt'\n");
  expect(includes.map(({ path }) => path)).toEqual(["base.txt", "more constraints.txt"]);
});

describe("white space and line ends that no fixture shows", () => {
  test.each([
    ["LF", "a\nb\n", ["a", "b"]],
    ["CR LF", "a\r\nb\r\n", ["a", "b"]],
    ["CR", "a\rb\r", ["a", "b"]],
    ["form feed and vertical tab", "a\fb\vc", ["a", "b", "c"]],
    ["line and paragraph separator, next line", "a\u2028b\u2029c\x85d", ["a", "b", "c", "d"]],
    ["file, group and record separator", "a\x1cb\x1dc\x1ed", ["a", "b", "c", "d"]],
    ["a byte order mark", "\ufeffa==1\n", ["a"]],
    ["a byte order mark before a comment", "\ufeff# a\n", []],
    ["a continuation with CR LF", "a \\\r\n==1\r\nb\r\n", ["a", "b"]],
    ["white space around a line", "\u00a0\u3000a\u2003\n\t b \t\n", ["a", "b"]],
    ["a no-break space before the specifier", "a\u00a0==1", ["a"]],
    ["a no-break space before a comment", "a\u00a0# b", ["a"]],
    ["only white space", " \t\u00a0\n\u3000", []],
    ["nothing", "", []],
  ])("%s", (_, text, names) => {
    expect(referencesIn(text).map(({ name }) => name)).toEqual(names);
  });

  test("NUL ends what can be read: UTF-16 that was taken for UTF-8 names nothing", () => {
    expect(referencesIn("r\0e\0q\0=\0=\x001\0\n\0")).toEqual([]);
    expect(referencesIn("\0\0\0")).toEqual([]);
  });

  test("a zero width no-break space inside a name is part of it", () => {
    expect(referencesIn("re\ufeffquests==1").map(({ name }) => name)).toEqual(["re\ufeffquests"]);
  });
});

test("a continued line is silenced as a whole", () => {
  const text = "a==1 \\\n    --hash=sha256:a  # namesake: ignore[typosquat]\nb\n";
  const [ignore, ...others] = readRequirementsFile(text).ignores;
  expect(text.slice(ignore!.line.start, ignore!.line.end)).toBe(text.slice(0, text.indexOf("\nb")));
  expect(ignore!.codes).toEqual(["typosquat"]);
  expect(others).toEqual([]);
});

test("a name that a backslash splits is read as pip joins it, with the place in which the backslash stands", () => {
  const text = "fla\\\nsk==1";
  const [reference] = referencesIn(text);
  expect([reference?.name, reference?.specifier]).toEqual(["flask", "==1"]);
  expect(text.slice(reference?.span.start, reference?.span.end)).toBe("fla\\\nsk");
});
