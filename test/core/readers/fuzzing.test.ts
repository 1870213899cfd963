/** Properties that every reader in the registry has, on texts that nobody would write. */

import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readers } from "../../../server/src/core/readers/index.ts";
import { longestYaml } from "../../../server/src/core/readers/yaml.ts";
import type { DistributionReference, TextSpan } from "../../../server/src/core/reference.ts";
import { inFigures, tellFigures } from "../../support/figures.ts";
import { beginningsOf } from "./beginnings.ts";

/** What the formats give a meaning to, one by one and in pieces that often go wrong. */
const fragments = [
  ..."\"'#\\()[]{};:,.=<>!~@$%&*+-_/|^`? \t\f\v\n\r\0",
  ..."aé𝐫😀е１٣\u00a0\u200b\u202e\u2028\u3000\u0301\ud800\udc00\ufeff",
  ...[
    "\r\n",
    "\\\n",
    '"""',
    "'''",
    '\\"',
    "f'{",
    "  ",
    "\n    ",
    "==1.0",
    ">=",
    "~= 2",
    " ; ",
    "[x]",
    "{{ b }}",
  ],
  ...[
    "import ",
    "from ",
    " import ",
    " as ",
    "try:",
    "except ImportError:",
    "except",
    "if TYPE_CHECKING:",
    "else:",
    "def f(",
  ],
  ...["importlib.import_module(", "__import__(", "from importlib import import_module\n", "with suppress("],
  ...[
    "requests",
    "a.b",
    "x-y_z",
    "-r ",
    "-e ",
    "--hash=sha256:a",
    "--requirement=",
    " # ",
    "# namesake: ignore[a]",
  ],
  ...[
    "git+https://x/y#egg=",
    "./a-1-py3-none-any.whl",
    "file:",
    "python_version",
    " and ",
    " not in ",
    "<<<<<<< HEAD\n",
  ],
  ...[
    "\n[project]\n",
    "\n[tool.poetry.dependencies]\n",
    "dependencies = [",
    "\n[packages]\n",
    "source = {",
    "version = ",
  ],
  ...[
    "\n[[package]]\nname = ",
    "\n[[packages]]\nname = ",
    "[[tool.uv.index]]\nurl = ",
    "tool.uv.sources.x",
    "file = [",
  ],
  ...[
    "pip install ",
    "python -m ",
    "uv run --with ",
    "a@1 ",
    " && ",
    "$(",
    "${",
    "<<EOF\n",
    "\nEOF\n",
    "<a>",
    "2>&1 ",
  ],
  ...[
    "\nRUN ",
    "\n```sh\n",
    "\n$ ",
    "\n- ",
    "\n  - ",
    "run: |\n  ",
    "pip:\n",
    "&a ",
    "*a",
    "additional_dependencies: [",
  ],
  ...[
    "install_requires=[",
    "session.install(",
    "\n[options]\n",
    "\ndeps = ",
    "%%bash\n",
    "!pip install ",
    "- name: a\n",
  ],
  ...["\n# /// script\n# ", "\n# ///", "\n# ", "\\u0061", '"default": {', '"requests": {'],
];

/** One by one, what fills a line. */
const lineCharacters = [..."\"'#\\()[]{};:,.=<>!~@$%&*+-_/|^`? \t\f\v\0a1é😀\u00a0\u200b\u2028\ud800\ufeff"];

/** What is no YAML over and over: parsers that remember each mistake take longest. */
const mistakes = ["`\n", '"\n', "a\n", "{[a]b}", "*a\n", "%a\n", "&a ", "!!a ", "]", ": ", '"a"b', "'\n`"];

const texts = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join("")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
);

function pinsOf({ pin, hashes }: DistributionReference): TextSpan[] {
  return pin ? [pin, ...hashes] : [...hashes];
}

/** How many texts were read in two sizes. */
let timed = 0;
afterAll(() => {
  tellFigures("fuzzing", `${readers.length} readers; ${inFigures(timed)} texts that were timed in two sizes`);
});

describe.each(readers)("$title", (reader) => {
  const beginnings = beginningsOf(reader.id);
  const textsOfFormat = fc
    .tuple(fc.constantFrom(...beginnings), texts)
    .map(([beginning, text]) => beginning + text);

  test("every text is read, with all places inside of it, in order, and with the very names", () => {
    fc.assert(
      fc.property(textsOfFormat, (text) => {
        const { references, ignores, includes, indexes } = reader.read(text);
        const places = [
          ...references.map(({ span }) => span),
          ...references.flatMap((it) =>
            it.kind === "distribution" ? [...pinsOf(it), ...(it.removal ? [it.removal] : [])] : [],
          ),
          ...ignores.map(({ line }) => line),
          ...includes.map(({ span }) => span),
          ...indexes.map(({ span }) => span),
        ];
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { name, span } of references) {
          expect(name).not.toBe("");
          const written = text.slice(span.start, span.end);
          if (!/[\\"'\r\n]/.test(written)) expect(written).toBe(name);
        }
        for (const { path, span } of includes) {
          const written = text.slice(span.start, span.end);
          if (!/[\\"'\r\n]/.test(written)) expect(written).toBe(path);
        }
        expectInOrder(references.map(({ span }) => span));
        for (const reference of references) {
          if (reference.kind !== "distribution") continue;
          expectInOrder([reference.span, ...pinsOf(reference)]);
          if (reference.removal !== null)
            expect(reference.removal.start).toBeLessThanOrEqual(reference.span.start);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("a text reads the same a second time", () => {
    fc.assert(
      fc.property(textsOfFormat, texts, (text, other) => {
        const first = reader.read(text);
        reader.read(other);
        expect(reader.read(text)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  test("time grows in line with the size", {
    timeout: process.env.NAMESAKE_NIGHTLY ? 300_000 : 60_000,
  }, () => {
    const pairs = [...fragments, ...combined()].flatMap((fragment) =>
      beginnings.map((beginning) => ({ beginning, fragment })),
    );
    const chosen = someOf(pairs, 40);
    timed += chosen.length;
    const slow = chosen
      .filter(({ beginning, fragment }) => isSlowToRead(beginning, fragment))
      .map(({ beginning, fragment }) => beginning + fragment);
    expect(slow).toEqual([]);
  });

  test("a line that is twice as long takes about twice the time", { timeout: 60_000 }, () => {
    const slow = lineCharacters.filter((character) => {
      const [line, twice] = [character.repeat(50_000), character.repeat(100_000)];
      // What takes no time at all has no ratio. A busy machine gets more tries.
      return [1, 2, 3, 4].every(() => {
        const time = timeToRead(twice);
        return time > 50 && time > 3 * timeToRead(line);
      });
    });
    expect(slow).toEqual([]);
  });

  test("a text full of mistakes takes no seconds", { timeout: 120_000 }, () => {
    const texts = beginnings.flatMap((beginning) =>
      mistakes.map(
        (mistake) => beginning + mistake.repeat((longestYaml - beginning.length) / mistake.length),
      ),
    );
    // On a machine that does nothing else a third of that; with an error made of each mistake it was many times as much.
    const slow = someOf(texts, 2).filter((text) => [1, 2, 3].every(() => timeToRead(text) > 5000));
    expect(slow.map((text) => text.slice(0, 80))).toEqual([]);
  });

  test("a text of many megabytes exhausts no stack", { timeout: 60_000 }, () => {
    const endless = [
      ["", "\\\n"],
      ["x = '", "a\\"],
      ["import a", ".a"],
      ["a==1", ".1"],
      ["a==1+a", ".a"],
      ["a; ", "("],
      ["__import__('a", ".a"],
      ["", "-r a "],
      ["a = ", "["],
      ["a = ", "{a="],
      ["a", ".a"],
      ["[a", ".a"],
      ["a = [\n", '"a",\n'],
      ["a = {", "\na = 1,"],
      ["", '{"a":'],
      ['a = """', '\\"'],
    ] as const;
    // What exhausts the stack does so with a megabyte.
    const length = process.env.NAMESAKE_NIGHTLY ? 4_000_000 : 1_000_000;
    for (const [start, fragment] of someOf(endless, 4)) {
      expect(() => reader.read(start + fragment.repeat(length / fragment.length))).not.toThrow();
    }
  });

  /** Ten times the text may take ten times the time; were it quadratic, a hundred times, and seconds. A busy machine gets more tries. */
  function isSlowToRead(beginning: string, fragment: string): boolean {
    const short = beginning + fragment.repeat(5_000 / fragment.length);
    const long = beginning + fragment.repeat(50_000 / fragment.length);
    return [1, 2, 3, 4, 5].every(() => {
      const time = timeToRead(long);
      return time > 200 && time > 40 * timeToRead(short);
    });
  }

  /** Of the processor, in milliseconds: what else the machine does in the meantime does not count. */
  function timeToRead(text: string): number {
    const start = process.cpuUsage();
    reader.read(text);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  }
});

/** So many of a long list, others in every run; all of them in the nightly run. */
function someOf<Item>(list: readonly Item[], count: number): Item[] {
  if (process.env.NAMESAKE_NIGHTLY) return [...list];
  return fc.sample(fc.shuffledSubarray([...list], { minLength: count, maxLength: count }), 1)[0]!;
}

/** Pairs of fragments: a quadratic step mostly needs something that opens and something that does not close it. */
function combined(): string[] {
  const openings = [
    '"""',
    "'",
    "(",
    "[",
    "except (",
    "import a,",
    "a==1,",
    "a @ ",
    "a; (",
    "--hash ",
    "-r'",
    "#egg=a",
    ".zip[",
    "a = [",
    "a = {a = [",
    "\n[a",
    '{"a": [',
    "# /// script\n#",
  ];
  const fillers = [" ", "\n", "\n#", "]", "}", ",", "\\", "a", ".", "\\\n", "-", '"', '\\"'];
  return openings.flatMap((opening) => fillers.map((filler) => opening + filler));
}

function expectInOrder(spans: readonly TextSpan[]): void {
  spans.slice(1).forEach(({ start }, index) => {
    expect(start).toBeGreaterThanOrEqual(spans[index]!.end);
  });
}
