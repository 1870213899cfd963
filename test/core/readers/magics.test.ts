/** What notebooks add to Python is read as notebooks take it, and hides nothing where it is Python after all. */

import { expect, test } from "vitest";
import { readPython } from "../../../server/src/core/readers/python.ts";

const names = (text: string): string[] =>
  readPython(text).references.map(({ kind, name }) => `${kind} ${name}`);

test.each([
  "pip install flask",
  "pip -q install flask",
  "pip --cache-dir b install flask",
  "pip install -q \\\n  flask",
  "pip\tinstall flask",
  "uv pip install flask",
  "system pip3.12 install flask",
  "sx /usr/bin/python3 -m pip install flask",
  "%time !pip install flask",
  "%prun -q %pip install flask",
  "%%script bash\npip install flask",
  "%%script --bg --no-raise-error sh -e\npip install flask",
  "%%script --err x --proc y /bin/zsh\npip install flask",
  "%%script env dash\npip install flask",
  "if x:\n  pip -q install flask",
])("a distribution is installed by %s", (text) => {
  expect(names(text)).toEqual(["distribution flask"]);
  expect(names(`b\n${text}`.replace(/^b\n(?=%%script)/, ""))).toEqual(["distribution flask"]);
});

test.each([
  "%time import a",
  "%%time import a",
  "%time x = 1; import a",
  "%timeit -n1 -r 2 -q import a",
  "%prun --x import a",
  "%memit from a import b",
  '%time x = """\nimport b\n"""; import a',
  "%timeit x = __import__('a')",
  "%%script python\nimport a",
  "%%script --out x /usr/bin/python3.12 -u\nimport a",
  "%%script /usr/bin/env pypy3\nimport a",
  "pip - x; import a",
  "pip = 1; import a",
  "system = 'pip install b'; import a",
  "uv = 'pip install b'; import a",
  "sx in pip ; import a",
  "system (pip ); import a",
])("a module is imported by %s", (text) => {
  expect(names(text)).toEqual(["module a"]);
});

test.each([
  "%timing import a",
  "%time",
  "%time \nx",
  "%timeit -n1",
  "%timeit -n 1 -r",
  "%load_ext a",
  "%%script\nimport a",
  "%%script --bg\nimport a",
  "%%script perl\nimport a\npip install flask",
  "%%script env\npip install flask",
  "%%script --out bash perl\npip install flask",
  "%%script /usr/bin/env ruby\nimport a",
  "pip list flask",
  "pip",
  "pip in install",
  "To get it: pip install flask",
  "python -m pip install flask",
  "!echo a; import b",
  "x = 1; %time import a",
  "system ls flask",
  "system echo pip install flask",
  "systems pip install flask",
  "uv ",
  "x = 1, system, pip ",
])("nothing is named by %s", (text) => {
  expect(names(text)).toEqual([]);
});
