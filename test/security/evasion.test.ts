/** No trick of the list hides a bad name that pip or Python takes, but for those that are out of reach and said to be. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkReading, readText } from "../../server/src/core/check.ts";
import { normalizeName } from "../../server/src/core/names.ts";
import { decodeText } from "../../server/src/project/decodeText.ts";
import { followIncludes } from "../../server/src/project/folderContents.ts";
import { findPython } from "../core/readers/oracles/machinePython.ts";
import { makeWorld } from "../support/world.ts";
import { otherEvasions, requirementsEvasions } from "./evasions.ts";

const usual = { bad: "reqeusts", meant: "requests" };
const toBytes = (file: string | Uint8Array): Uint8Array =>
  typeof file === "string" ? Buffer.from(file) : file;

/** Whether anything is said that leads a reader to the bad name: a finding about it or about characters in its place. */
function isFound(path: string, bytes: Uint8Array, { isIncluded = false, meant = usual.meant } = {}): boolean {
  const reading = readText({ path, isIncluded, text: decodeText(bytes) });
  const { findings } = checkReading(reading, makeWorld());
  return findings.some(({ targets }) => targets.some(({ name }) => normalizeName(name) === meant));
}

describe("requirements files", () => {
  test.each(requirementsEvasions)("$trick", async ({ file, others = {}, taken, names, outOfReach }) => {
    const files: Readonly<Record<string, string | Uint8Array>> = { "requirements.txt": file, ...others };
    const read = (path: string): string | null => (path in files ? decodeText(toBytes(files[path]!)) : null);
    const manifests = await followIncludes(["requirements.txt"], async (paths) => paths.map(read));
    const found = manifests.some(({ path, isIncluded }) =>
      isFound(path, toBytes(files[path]!), { isIncluded, ...names }),
    );
    if (outOfReach !== undefined) expect({ taken, found }).toEqual({ taken: true, found: false });
    else if (taken) expect(found).toBe(true);
  });

  const python = findPython("pip");
  if ("missing" in python) console.warn(`The tricks are not compared with pip: ${python.missing}.`);

  test.skipIf("missing" in python)("are taken by pip as the list says", () => {
    if ("missing" in python) return;
    const question = requirementsEvasions.map(({ file, others = {}, environment }) => ({
      bytes: Buffer.from(toBytes(file)).toString("base64"),
      others: Object.fromEntries(
        Object.entries(others).map(([name, text]) => [name, Buffer.from(text).toString("base64")]),
      ),
      environment,
    }));
    const script = fileURLToPath(new URL("pipSees.py", import.meta.url));
    const { status, stdout, stderr } = spawnSync(python.command, [script], {
      input: JSON.stringify(question),
      encoding: "utf8",
      env: { ...process.env, PYTHONUTF8: "1" },
    });
    expect(status, stderr).toBe(0);
    const answers = JSON.parse(stdout) as (string[] | null)[];
    const taken = requirementsEvasions.map(({ trick, names = usual }, index) => ({
      trick,
      taken: answers[index]?.includes(names.bad) ?? false,
    }));
    expect(taken).toEqual(requirementsEvasions.map(({ trick, taken }) => ({ trick, taken })));
  });
});

describe("other files", () => {
  test.each(otherEvasions)("$path: $trick", ({ path, text, outOfReach }) => {
    expect(isFound(path, toBytes(text))).toBe(outOfReach === undefined);
  });
});

test("what is out of reach stands in SECURITY.md", () => {
  const document = readFileSync("SECURITY.md", "utf8");
  const reasons = [...requirementsEvasions, ...otherEvasions].flatMap(({ outOfReach }) => outOfReach ?? []);
  expect(reasons.filter((reason) => !document.includes(reason))).toEqual([]);
});
