import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPython } from "../../../server/src/core/readers/python.ts";
import { placesOfInterest } from "../../../server/src/core/readers/pythonEnd.ts";
import type { ModuleReference } from "../../../server/src/core/reference.ts";

function modulesIn(text: string): string[] {
  return readPython(text).references.map(({ name }) => name);
}

describe("white space and line ends that no fixture shows", () => {
  test.each([
    ["LF", "import a\nimport b\n", ["a", "b"]],
    ["CR LF", "import a\r\nimport b\r\n", ["a", "b"]],
    ["CR", "import a\rimport b\r", ["a", "b"]],
    ["a byte order mark", "\ufeffimport a", ["a"]],
    ["form feeds", "\fimport a\n\f\nimport\fb\n", ["a", "b"]],
    ["a continuation with CR LF", "import a, \\\r\n  b\r\nimport c", ["a", "b", "c"]],
    ["a string continued with CR LF", "x = 'a\\\r\nimport b'\r\nimport c", ["c"]],
    ["brackets over CR LF", "from a import (\r\n  b,\r\n  c)\r\nimport d", ["a", "d"]],
    ["a comment that ends in CR", "# import a\rimport b", ["b"]],
    ["a form feed alone", "\fimport a", ["a"]],
    ["strings of one character", "x = 'a'; import b; y = \"c\"; import d", ["b", "d"]],
    ["tabs", "if x:\n\timport\ta\n", ["a"]],
    ["a line separator is no line end", "x = '\u2028import a'\n# \u2028import b", []],
    ["a string that ends with CR", "x = 'a\rimport b", ["b"]],
    ["a backslash before CR LF in a string", "x = 'a\\\r\nimport b\r\nimport c", ["c"]],
    ["a backslash at the end of a string", "x = 'a\\\\'; import b", ["b"]],
    ["an empty string before quotes", "x = ''; import a; y = \"\"\nimport b", ["a", "b"]],
    ["a backslash at the end of the text", "import a\nx = \\", ["a"]],
    ["a backslash within a line", "x \\ ; import a", ["a"]],
    ["a CR that ends a comment in brackets", "x = (1, # y\rimport a", ["a"]],
    ["a no-break space is no white space", "import\u00a0a\n\u00a0import b", []],
    ["a control character is no line end", "(x)\u0080import a\nimport b", ["b"]],
    ["a statement where none can stand", "x = {1: from a import c}\nimport b", ["b"]],
    ["numbers", "import 0a, b\nimport 9a\nfrom 0 import a\nimport c", ["c"]],
    ["everything of importlib, and no call", "from importlib import *", ["importlib"]],
    ["NUL", "i\0m\0p\0o\0r\0t\0 \0a\0\n\0", []],
    ["nothing", "", []],
  ])("%s", (_, text, names) => {
    expect(modulesIn(text)).toEqual(names);
  });
});

describe("a call of import_module alone is an import where that function was imported", () => {
  test.each([
    ["from importlib import import_module"],
    ["from  importlib\timport \t import_module"],
    ["from importlib import reload, import_module as load, util"],
    ["from importlib import reload as again, import_module"],
    ["from importlib import (import_module)"],
    ["from importlib import  \t( # why\n    reload,\n    import_module,\n)"],
  ])("%s", (statement) => {
    expect(modulesIn(`${statement}\nimport_module("a.b")\nload = import_module ("c")`)).toEqual([
      "importlib",
      "a",
      "c",
    ]);
    expect(modulesIn(`${statement}\nimport_plugin("a")`)).toEqual(["importlib"]);
    expect(modulesIn(`${statement}\nmy_import_module("other_name")`)).toEqual(["importlib"]);
    expect(modulesIn(`${statement}\nx.import_module("other_name")`)).toEqual(["importlib"]);
  });

  test.each([
    ["from importlib import reload", "importlib"],
    ["from importlib import reload  # import_module", "importlib"],
    ["from importlib import reload; print(import_module)", "importlib"],
    ["from importlib import (reload)\nprint(import_module)", "importlib"],
    ["from importlib import import_modules", "importlib"],
    ["from importlib import reimport_module", "importlib"],
    ["from importlib.util import import_module", "importlib"],
    ["from importlib_metadata import import_module", "importlib_metadata"],
    ["from util import import_module", "util"],
  ])("but not behind %s", (statement, name) => {
    expect(modulesIn(`${statement}\nimport_module("a")`)).toEqual([name]);
  });

  test.each([
    'importlib.import_module  ("a")',
    '__import__ ("a")',
    "__import__('a',)",
    "x = [__import__('a')]",
  ])("nothing need be imported for %s", (call) => {
    expect(modulesIn(call)).toEqual(["a"]);
  });
});

describe("names are read whole", () => {
  test.each([
    "rеquests",
    "ｎｕｍｐｙ",
    "requ\u200dests",
    "𝐫equests",
    "a\u0080b",
    "_private",
    "a1",
    "importlib_metadata",
  ])("%s", (name) => {
    expect(modulesIn(`import ${name}.x as y`)).toEqual([name]);
    expect(modulesIn(`from ${name} import y`)).toEqual([name]);
    expect(modulesIn(`__import__("${name}")`)).toEqual([name]);
  });
});

describe("a triple quote that is never closed ends at its own line", () => {
  test.each([
    ["alone", 'import a\nx = """open\nimport b\n', ["a", "b"]],
    ["behind a closed one", '"""closed"""\nx = """open\nimport b\n', ["b"]],
    ["with escaped quotes behind it", 'x = """open \\"""\nimport a\ny = \\"""\nimport b', ["a", "b"]],
    ["one of each kind", "x = '''a\nimport b\ny = \"\"\"c\nimport d\n", ["b", "d"]],
    [
      "with an even number of backslashes before the next",
      'x = """a\nimport b\n\\\\"""c\nimport d',
      ["b", "d"],
    ],
    ["behind one that ends in backslashes", 'x = """a\nimport b\n\\\\"""\nimport c\ny = """open', ["c"]],
    ["at the end of the text", 'import a\nx = """', ["a"]],
    ...["What", "order", "iffy", "in_place", "é", "br", "4"].map((word): [string, string, string[]] => [
      `before a docstring that begins with ${word}`,
      `x = """open\nimport a\n"""${word} it does"""\nimport b`,
      ["a", "b"],
    ]),
  ])("%s", (_, text, names) => {
    expect(modulesIn(text)).toEqual(names);
  });

  test.each([
    ["closed in a later line", '"""\nimport a\n"""'],
    ["with an escaped quote", '"""\nimport a \\"""\nimport b\n"""'],
    ["with two quotes in it", '"""\n""\nimport a\n"""'],
    ...["and", "as", "async", "else", "for", "from", "if", "in", "is", "not", "or", "f'", "Rb'", "t'"].map(
      (word) => [`with ${word} right behind it`, `x = """\nimport a\n"""${word} `],
    ),
    ["of the other kind within", "'''\n\"\"\"\nimport a\n'''"],
  ])("but not one that is closed: %s", (_, text) => {
    expect(modulesIn(text)).toEqual([]);
  });
});

describe("a text is walked through up to the last place where something can begin", () => {
  test.each([
    ...["import a", "\t\fimport a", "from a", "x: from a", "x; import a", "x import_module", "!x", "%x"],
    ...["# uv add a", "#namesake: ignore", "pip -q install a", "uv pip\tinstall a"],
    ...["sx pip0 install a", "sx pip9 install a"],
  ])("such as %j", (text) => {
    for (const before of ["", "\ufeff", "x\n", "x\r"])
      expect(placesOfInterest(before + text).lastPlace).toBe(
        before.length + text.search(/import|from|[!%#]|pip/),
      );
  });

  test.each([
    ...["x import a", '"""We import it."""', "print('from a')", "x != 1 % 2", "pipeline", "pip(x)", "# why"],
  ])("but not %j", (text) => {
    expect(placesOfInterest(text)).toEqual({ lastPlace: -1, hasFunction: false });
    expect(placesOfInterest(`import a\n${text}`)).toEqual({ lastPlace: 0, hasFunction: false });
  });

  test.each(["import_module", "__import__"])("functions that import are told: %s", (name) => {
    expect(placesOfInterest(`${name}\nimport a`).hasFunction).toBe(true);
  });
});

describe("what lies behind the last place of interest is not walked through, and nothing is missed by that", () => {
  const fragments = [
    ..."\"'#\\()[]{};:,.=%!\n\r\t ",
    ...['"""', "'''", "\\\n", "\r\n", "\n    ", "\n  ", "x", "as", "def f():\n", "\n# "],
    ...["import a", "import ", "\nimport b.c", "from ", "\nfrom d", "from e import f", "imp"],
    ...["\ntry:\n", "\nexcept ImportError:\n", "\nexcept:", "\nelse:\n", "\nfinally:", "if TYPE_CHECKING:"],
    ...["with suppress(ImportError):\n", "__import__('g')", "from importlib import import_module\n"],
    ...[
      "import_module('h')",
      "# namesake: ignore",
      "#namesake:ignore[a]",
      "# pip install i",
      "# uv add j",
      "# $ pdm add j",
    ],
    ...[
      "# sudo python3 -m pip install k",
      "\n!pip install l",
      "\n%pip install m",
      "\nsystem pip3 install n",
      "\n%time ",
      "pip -q install o",
      "\ufeff",
      "é",
    ],
  ];
  const texts = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join(""));

  test("an import at the very end changes nothing of what is read before it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const alone = readPython(text);
        const followed = readPython(`${text}\nimport last`);
        const isLast = followed.references.at(-1)?.span.start === text.length + 8;
        // Such an end would make one of two line breaks, or go on with the line.
        fc.pre(isLast && !/[\\\r]$/.test(text));
        expect({ ...alone, references: [...alone.references, followed.references.at(-1)] }).toEqual(followed);
      }),
      { numRuns: process.env.NAMESAKE_NIGHTLY ? 20_000 : 2_000 },
    );
  });

  test.each([
    ["a handler", "try:\n  import a\n  b\nexcept ImportError:\n  c\n", [["a", "import-error"]]],
    [
      "a handler behind a form feed, where columns begin anew,",
      "if x:\n    try:\n        import a\n\f    except ImportError:\n        pass\n",
      [["a", "import-error"]],
    ],
    ...["\n", "\r\n", "\r"].map((end): [string, string, [string, string][]] => [
      `a handler behind an empty line that ends in ${JSON.stringify(end)}`,
      ["try:", "  import a", "", "  import b", "except ImportError:", "  pass"].join(end),
      [
        ["a", "import-error"],
        ["b", "import-error"],
      ],
    ]),
    [
      "the end of a block",
      "try:\n  import a\nfinally:\n  pass\ntry:\n  b\nexcept ImportError:\n",
      [["a", null]],
    ],
    [
      "a half-typed import",
      "import a\ndef f():\n  b\nfrom c",
      [
        ["a", null],
        ["c", null],
      ],
    ],
  ])("%s behind the last import counts", (_, text, expected) => {
    const modules = readPython(text).references as readonly ModuleReference[];
    expect(modules.map(({ name, guard }) => [name, guard])).toEqual(expected);
  });
});
