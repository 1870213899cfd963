import { expect, test } from "vitest";
import { resolveInclude } from "../../server/src/core/includes.ts";

test.each([
  ["requirements.txt", "base.txt", "base.txt"],
  ["requirements/dev.txt", "base.txt", "requirements/base.txt"],
  ["requirements/dev.txt", "../requirements.txt", "requirements.txt"],
  ["requirements/dev.txt", "./deep/x.txt", "requirements/deep/x.txt"],
  ["requirements\\..\\dev.txt", "x.txt", "x.txt"],
  ["a/b.txt", "..\\c.txt", "c.txt"],
])("%s takes in %s: %s", (from, written, path) => {
  expect(resolveInclude(from, written)).toBe(path);
});

test.each([
  ["requirements.txt", "../other/requirements.txt"],
  ["a/b.txt", "../../x.txt"],
  ["requirements.txt", "/etc/requirements.txt"],
  ["requirements.txt", "C:\\requirements.txt"],
  ["requirements.txt", "https://example.org/requirements.txt"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: pip's own variables
  ["requirements.txt", "${HOME}/requirements.txt"],
  ["requirements.txt", ""],
])("what %s names as %j lies elsewhere", (from, written) => {
  expect(resolveInclude(from, written)).toBeNull();
});
