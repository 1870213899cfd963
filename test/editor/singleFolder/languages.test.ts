/** Which files get the language id of requirements, and with it comments, highlighting and our findings. */
import assert from "node:assert/strict";
import { openNew } from "../support.ts";

describe("language ids", () => {
  const cases: [string, string][] = [
    ["requirements-language.txt", "pip-requirements"],
    ["requirements_language.txt", "pip-requirements"],
    ["requirements/language.txt", "pip-requirements"],
    ["requirements-language.in", "pip-requirements"],
    ["constraints.txt", "pip-requirements"],
    ["notes.txt", "plaintext"],
    ["language.py", "python"],
  ];
  for (const [path, expected] of cases) {
    it(`opens ${path} as ${expected}`, async () => {
      assert.equal((await openNew(path, "")).languageId, expected);
    });
  }
});
