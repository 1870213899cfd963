/** What programs go by is the same in every language: only sentences differ. */

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { formatNames } from "../../../server/src/cli/formats/index.ts";
import { languages } from "../../../server/src/core/languages.ts";

const formats = ["json", "gitlab", "sarif"] as const satisfies readonly (typeof formatNames)[number][];

describe.each(formats)("%s", (format) => {
  const english = report(format, "en");

  test.each(languages)("in %s", (language) => {
    const translated = report(format, language);
    expect(translated).not.toEqual(english);
    expect(withoutSentences(translated)).toEqual(withoutSentences(english));
  });
});

function report(format: string, locale: string): unknown {
  const { stdout } = spawnSync(
    process.execPath,
    [resolve("dist", "cli.js"), "check", "--format", format, "--locale", locale],
    { cwd: "test/cli/cases/check-policy-files/input", encoding: "utf8" },
  );
  return JSON.parse(stdout);
}

/** Properties that people read. */
const sentences = new Set(["message", "description", "text", "markdown", "language"]);

function withoutSentences(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each) => (sentences.has(key) ? undefined : each)));
}
