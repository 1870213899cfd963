import { describe, expect, test } from "vitest";
import { readText } from "../../server/src/core/check.ts";
import { privateIndexBesidePyPi } from "../../server/src/core/packageIndexes.ts";

const mixed = (path: string, text: string) => privateIndexBesidePyPi(readText({ path, text }).indexes);

const acme = "https://user:secret@packages.acme.example:8443/simple";

describe("a private index beside PyPI", () => {
  test("is called as it is written where it is no URL", () => {
    const index = "packages.acme.example/simple";
    expect(mixed("requirements.txt", `--extra-index-url ${index}\n`)).toEqual({ host: index, tool: "pip" });
  });

  test.each([
    ["requirements.txt", `--extra-index-url ${acme}\n`, "pip"],
    ["requirements.txt", `--index-url ${acme}\n--extra-index-url https://pypi.org/simple\n`, "pip"],
    ["requirements.txt", `-i https://pypi.org/simple\n--extra-index-url ${acme}\n`, "pip"],
    [
      "pyproject.toml",
      `[tool.uv]\nindex-strategy = "unsafe-best-match"\nextra-index-url = ["${acme}"]\n`,
      "uv",
    ],
    [
      "pyproject.toml",
      `[[tool.poetry.source]]\nname = "acme"\nurl = "${acme}"\npriority = "supplemental"\n`,
      "poetry",
    ],
    ["pyproject.toml", `[[tool.pdm.source]]\nname = "acme"\nurl = "${acme}"\n`, "pdm"],
  ])("is found in %s: %j", (path, text, tool) => {
    // Of the address no more than the host: the rest may hold a password.
    expect(mixed(path, text)).toEqual({ host: "packages.acme.example", tool });
  });

  test.each([
    ["requirements.txt", "requests\n"],
    ["requirements.txt", `--index-url ${acme}\n`],
    ["requirements.txt", "--extra-index-url https://download.pytorch.org/whl/cu121\n"],
    ["requirements.txt", "--index-url https://pypi.org/simple\n"],
    ["pyproject.toml", `[[tool.uv.index]]\nname = "acme"\nurl = "${acme}"\nexplicit = true\n`],
    ["pyproject.toml", `[[tool.uv.index]]\nname = "acme"\nurl = "${acme}"\n`],
    ["pyproject.toml", `[[tool.uv.index]]\nname = "acme"\nurl = "${acme}"\ndefault = true\n`],
    ["pyproject.toml", `[[tool.poetry.source]]\nname = "acme"\nurl = "${acme}"\npriority = "explicit"\n`],
    [
      "Pipfile",
      `[[source]]\nname = "pypi"\nurl = "https://pypi.org/simple"\n[[source]]\nname = "acme"\nurl = "${acme}"\n`,
    ],
  ])("is not found in %s: %j", (path, text) => {
    expect(mixed(path, text)).toBeNull();
  });
});
