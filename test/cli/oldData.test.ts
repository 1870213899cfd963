/** Data grows old, and whoever runs a check is told so in one line, which changes neither the report nor the exit code. */

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { dayOfData, onDay } from "../support/day.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const sentence = `namesake: The data is of ${dayOfData()} and 91 days old. Update Namesake to know what came to PyPI since.\n`;
const inGerman = new RegExp(
  `^namesake: Die Daten sind vom ${dayOfData()} und 91 Tage alt\\. Aktualisieren Sie Namesake.*\\n$`,
);

/** Checks a file so many days after the data was collected. */
function check(daysLater: number, text: string, environment: Readonly<Record<string, string>> = {}) {
  const day = onDay(dayOfData(daysLater));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...day.options, resolve("dist", "cli.js"), "check", "--format", "json"],
    {
      cwd: temporaryFolder({ "requirements.txt": text }),
      encoding: "utf8",
      env: { ...process.env, ...day.environment, ...environment },
    },
  );
  return { status, stdout, stderr };
}

describe.each([
  { what: "a clean project", text: "requests\n", exit: 0 },
  { what: "a project with findings", text: "reqeusts\n", exit: 1 },
])("in $what", ({ text, exit }) => {
  test("old data is told beside the report", () => {
    const young = check(90, text);
    expect([young.status, young.stderr]).toEqual([exit, ""]);
    expect(check(91, text)).toEqual({ ...young, stderr: sentence });
  });
});

test("it is told in the reader's language", () => {
  expect(check(91, "requests\n", { LC_ALL: "de_DE.UTF-8" }).stderr).toMatch(inGerman);
});
