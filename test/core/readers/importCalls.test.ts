/** Calls that import are read however Python lets them be spaced, commented and bracketed, and nothing that only resembles one. */

import { describe, expect, test } from "vitest";
import { readPython } from "../../../server/src/core/readers/python.ts";

const names = (text: string): string[] => readPython(text).references.map(({ name }) => name);

describe("a call imports", () => {
  test.each([
    '__import__("a")',
    '__import__\t("a")',
    '__import__ \f ("a")',
    '__import__\\\n("a")',
    '__import__ \\\r\n \\\r("a")',
    '__import__ \\\r\n("a")',
    '__import__(\\\n"a")',
    '__import__( # why\n  # that\n"a")',
    '__import__(\r\n# why\r\n"a"\r\n)',
    '__import__("a" # why\n)',
    '__import__("a" # why\r, level=0)',
    '__import__("""a""")',
    "__import__('''a''')",
    '__import__(r"""a""")',
    '__import__(("a"))',
    '__import__( ( ( "a" ) # why\n ) , )',
    '(__import__)("a")',
    '( (\n__import__ # why\n) ) ("a")',
    '(__import__\n("a"))',
    'x = [__import__ # why\n  # that\n  ("a")]',
    'x = [1, # why\n__import__("a")]',
    'x = {__import__ # why\r\n  ("a")}',
    'x = y if z else(__import__)("a")',
    'x = [(__import__)("a")]',
    'x = -(__import__)("a")',
    'x\n(__import__)("a")',
    'x() # why\n(__import__)("a")',
    'x = f(y, (__import__)("a"))',
    'builtins . __import__("a")',
    '__builtins__.\\\n__import__("a")',
    '(builtins).__import__("a")',
    '((builtins) . __import__) ("a")',
    'importlib . import_module("a")',
    'importlib. \\\nimport_module("a")',
    '(importlib\n# why\n.import_module\n("a"))',
    'x(\n  importlib # why\n  .import_module("a")\n)',
    'x(importlib. # why\n  import_module("a"))',
    '(importlib.\nimport_module)("a")',
    '(importlib\n.import_module)("a")',
    'x.\n__import__("a")',
    'importlib.import_module(name="a")',
    'importlib.import_module(name # why\n = ("a"))',
    'importlib.import_module(package=None, name="a")',
    `importlib.import_module(package = "b.c" , name = 'a')`,
    'importlib.import_module(package=__package__ or "(", # why\n name="a")',
    `importlib.import_module(package='(b, c', name="a")`,
    '__import__(globals=globals(), locals={1: 2}, name="a", level=0)',
  ])("%s", (text) => {
    expect(names(text)).toEqual(["a"]);
  });
});

describe("nothing is imported by", () => {
  test.each([
    '__import__\n("a")',
    'x = __import__ # why\n("a")',
    '# __import__\n("a")',
    'x = [1, # __import__\n("a")]',
    'x = [1, # __import__\\\n("a")]',
    'importlib\n.import_module("a")',
    'x\\\n.__import__("a")',
    'x . __import__("a")',
    'x . importlib . import_module("a")',
    '(x.\n__import__("a"))',
    '(x).__import__("a")',
    '(x.importlib).import_module("a")',
    '(myimportlib).import_module("a")',
    'myimportlib.import_module("a")',
    'my__import__("a")',
    '(my__import__)("a")',
    '(x, __import__)("a")',
    '(__import__, x)("a")',
    '(importlib, x).import_module("a")',
    'f(x, importlib).import_module("a")',
    'f(__import__)("a")',
    'f (__import__)("a")',
    'f()(__import__)("a")',
    'f[1](__import__)("a")',
    '"f"(__import__)("a")',
    '(f\n(__import__)("a"))',
    'f(__import__, "a")',
    '__import__)("a")',
    'import_module("a")',
    '(import_module)("a")',
    '__import__(x="a")',
    '__import__(x="a", y="b")',
    '__import__(x, name="a")',
    '__import__(x=y(1), name="a")',
    '__import__(x=y(name="a"))',
    "__import__(name=x)",
    ")\n__import__(x)",
    '__import__(name=="a")',
    '__import__("a" "b")',
    '__import__("a" + b)',
    '__import__(("a") + b)',
    '__import__(("a", b)[1])',
    '__import__(("a",))',
    '__import__(("a")[1:])',
    '__import__((("a"))',
    '__import__("""a")',
    '__import__("a b")',
    '__import__("""a\n""")',
    '__import__(b"a")',
    "__import__()",
    "__import__(",
    '__import__("a',
    'x = """__import__("a")"""',
  ])("%s", (text) => {
    expect(names(text)).toEqual([]);
  });
});

describe("import_module needs no importlib before it", () => {
  test.each([
    "from importlib import *",
    "from importlib import\\\n  import_module",
    "from importlib \\\n import import_module",
    "from importlib import (  # (x)\n import_module)",
    "from importlib import (\r\n  reload, # (\r\n  import_module as load\r\n)",
    "from importlib import (reload, \\\n import_module)",
    "from importlib import (reload\n  import_module)",
  ])("behind %s", (statement) => {
    expect(names(`${statement}\nimport_module("a")`)).toEqual(["importlib", "a"]);
    expect(names(`${statement}\n(import_module)  (name="a")`)).toEqual(["importlib", "a"]);
    expect(names(`${statement}\nx.import_module("a")`)).toEqual(["importlib"]);
  });

  test.each([
    ["from importlib import (  # import_module\n reload)", ["importlib"]],
    ["from importlib import (reload) # import_module", ["importlib"]],
    ["from importlib import reload\nimport_module", ["importlib"]],
    ["from importlib import (reload\nfrom b import import_module", ["importlib", "b"]],
    ["from importlib import", ["importlib"]],
    ["from importlib.util import *", ["importlib"]],
    ["from b import *", ["b"]],
    ["import importlib\nfrom . import import_module", ["importlib"]],
    ["from .importlib import import_module", []],
  ])("but not behind %s", (statement, expected) => {
    expect(names(`${statement}\nimport_module("a")`)).toEqual(expected);
  });
});
