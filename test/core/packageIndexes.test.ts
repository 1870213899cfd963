import { describe, expect, test } from "vitest";
import { readText } from "../../server/src/core/check.ts";
import { hostOf, privateIndexBesidePyPi } from "../../server/src/core/packageIndexes.ts";

const mixed = (path: string, text: string): string | null => {
  const index = privateIndexBesidePyPi(readText({ path, text }).indexes);
  return index && hostOf(index.url);
};

const acme = "https://user:secret@packages.acme.example:8443/simple";

describe("a private index beside PyPI", () => {
  test.each([
    ["requirements.txt", `--extra-index-url ${acme}\n`, "packages.acme.example"],
    [
      "requirements.txt",
      `--index-url ${acme}\n--extra-index-url https://pypi.org/simple\n`,
      "packages.acme.example",
    ],
    ["requirements.txt", `-i https://pypi.org/simple\n--extra-index-url ${acme}\n`, "packages.acme.example"],
    [
      "pyproject.toml",
      `[tool.uv]\nindex-strategy = "unsafe-best-match"\nextra-index-url = ["${acme}"]\n`,
      "packages.acme.example",
    ],
    [
      "pyproject.toml",
      `[[tool.poetry.source]]\nname = "acme"\nurl = "${acme}"\npriority = "supplemental"\n`,
      "packages.acme.example",
    ],
    ["pyproject.toml", `[[tool.pdm.source]]\nname = "acme"\nurl = "${acme}"\n`, "packages.acme.example"],
  ])("is found in %s: %j", (path, text, host) => {
    expect(mixed(path, text)).toBe(host);
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

test.each([
  [acme, "packages.acme.example"],
  ["HTTPS://PyPI.org/simple", "pypi.org"],
  ["nonsense", "nonsense"],
])("the host of %j is %j", (url, host) => {
  expect(hostOf(url)).toBe(host);
});
