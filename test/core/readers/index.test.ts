import fc from "fast-check";
import picomatch from "picomatch/posix.js";
import { describe, expect, test } from "vitest";
import { readerFor, readers } from "../../../server/src/core/readers/index.ts";

describe("readerFor", () => {
  test.each([
    "requirements.txt",
    "dev-requirements.txt",
    "requirements-dev.txt",
    "requirements_3.11.txt",
    "services/api/requirements.txt",
    "requirements/base.txt",
    "a/requirements/dev.in",
    "requirements.in",
    "requirements.dev.in",
    "requirements-3.11.in",
    "dev.in",
    "py3.11.in",
    "constraints.txt",
    "upper-constraints.txt",
    "constraints.py3.in",
    "base.requirements.linux.in",
    ".github/requirements.txt",
  ])("%s is a requirements file", (path) => {
    expect(readerFor(path)?.id).toBe("requirements");
  });

  test.each([
    "a.py",
    "src/package/__init__.py",
    "stubs/a.pyi",
    "gui.pyw",
    ".hidden/a.py",
    "requirements/tools.py",
  ])("%s is Python", (path) => {
    expect(readerFor(path)?.id).toBe("python");
  });

  test.each([
    ["pyproject.toml", "pyproject"],
    ["services/api/pyproject.toml", "pyproject"],
    ["Pipfile", "pipfile"],
    ["a/Pipfile.lock", "pipfile-lock"],
    ["uv.lock", "uv-lock"],
    ["poetry.lock", "poetry-lock"],
    ["pdm.lock", "pdm-lock"],
    ["pylock.toml", "pylock"],
    ["a/pylock.dev.toml", "pylock"],
    ["requirements/setup.py", "setup-py"],
    ["noxfile.py", "nox"],
    ["setup.cfg", "setup-cfg"],
    ["tox.ini", "tox"],
    ["requirements.md", "markdown"],
    ["docker/Dockerfile.dev", "dockerfile"],
    [".github/workflows/ci.yml", "github-workflow"],
    ["environment.yml", "conda-environment"],
    [".pre-commit-config.yaml", "pre-commit"],
    ["plots.ipynb", "notebook"],
    ["install.sh", "shell"],
  ])("%s is read as %s", (path, id) => {
    expect(readerFor(path)?.id).toBe(id);
  });

  test.each([
    "a.toml",
    "my-pyproject.toml",
    "pylock-dev.toml",
    "Cargo.lock",
    "Pipfile.txt",
    "MANIFEST.in",
    "a/MANIFEST.in",
    "Makefile.in",
    "src/Makefile.in",
    "configure.in",
    "config.h.in",
    "src/include/version.hpp.in",
    "setup.cfg.in",
    "version.py.in",
    "libfoo.pc.in",
    "Doxyfile.in",
    "Dockerfile.in",
    "README.txt",
    "requirements.txt.bak",
    "requirements/readme.rst",
    "a.pyc",
    "a.py.orig",
    "py",
    "in",
    "",
  ])("%s is none of ours", (path) => {
    expect(readerFor(path)).toBeNull();
  });

  test("takes the language where the path says nothing, and only there", () => {
    expect(readerFor("untitled", "python")?.id).toBe("python");
    expect(readerFor("requirements.txt", "python")?.id).toBe("requirements");
    expect(readerFor("MANIFEST.in", "plaintext")).toBeNull();
  });
});

test("the reader of a path is the first one with a pattern that matches it", () => {
  const parts = [
    ..."/.-*",
    ...["requirements", "constraints", "environment", "conda-lock", "Dockerfile", "Containerfile", "Pipfile"],
    ...["noxfile", "setup", "pylock", "uv", "tox", ".github/workflows/", "action", ".gitlab-ci", "a"],
    ...[
      ".py",
      ".pyi",
      ".in",
      ".txt",
      ".md",
      ".yml",
      ".yaml",
      ".lock",
      ".toml",
      ".cfg",
      ".ini",
      ".sh",
      ".ipynb",
    ],
  ];
  const paths = fc
    .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 4 })
    .map((all) => all.join(""))
    // The paths of files have neither empty segments nor those that stand for another folder.
    .filter((path) => path.split("/").every((segment) => !/^\.{0,2}$/.test(segment)));
  const slowly = readers.map(({ id, patterns, except = [] }) => ({
    id,
    isOurs: picomatch([...patterns], { dot: true }),
    except: except.map((pattern) => ({
      takesBack: pattern.startsWith("!"),
      matches: picomatch(pattern.replace("!", ""), { dot: true }),
    })),
  }));
  fc.assert(
    fc.property(paths, (path) => {
      const first = slowly.find(
        ({ isOurs, except }) =>
          isOurs(path) && (except.findLast(({ matches }) => matches(path))?.takesBack ?? true),
      );
      expect(readerFor(path)?.id).toBe(first?.id);
    }),
    { numRuns: 20_000 },
  );
});

test("the longest paths find their readers at once, though globs are not linear", () => {
  const deep = ["requirements/", "a/", ".github/workflows/", `${"x.".repeat(127)}/`, "\n/"];
  const paths = deep.map((folder) => folder.repeat(4096 / folder.length - 1));
  const names = ["x.tx", "b.in", "b.in.txt", "\n.yml", "requirements".repeat(20), "environment".repeat(20)];
  for (const path of paths.flatMap((folder) => names.map((name) => folder + name))) {
    const started = performance.now();
    readerFor(path);
    expect(performance.now() - started, path).toBeLessThan(100);
  }
});
