/**
 * What a person does in another editor, with the snippet of docs/editors.md and the program as npm delivers it. The
 * driver beside this file is written in the editor's own language and writes down what the person sees.
 */

import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../scripts/machine/root.mjs";
import { scratchFolder } from "../../scripts/machine/scratch.mjs";
import { readSections } from "../docs/markdown.ts";
import { installNpmProgram } from "../support/npmProgram.ts";

interface EditorUnderTest {
  /** The section of docs/editors.md. */
  readonly name: string;
  /** Starts it without a screen; it must leave by itself. */
  readonly command: readonly [program: string, ...args: string[]];
  /** The snippet with the line of settings, which asks for the strict sensitivity, switched on. */
  readonly withSettings: (snippet: string) => string;
}

/** By the drivers. */
interface Report {
  /** What was waited for in vain. */
  readonly problem?: string;
  readonly shown: readonly Shown[];
  readonly hover: string;
  /** The menu of code actions at the misspelt name. */
  readonly offered: readonly string[];
  readonly after_fix: readonly Shown[];
  /** Of the buffer, not yet saved. */
  readonly text: string;
  readonly after_trust: readonly Shown[];
}

interface Shown {
  /** Counted from one. */
  readonly line: number;
  readonly message: string;
}

/** In milliseconds; an editor that hangs is ended. */
const limit = 90_000;

export function testEditor({ name, command, withSettings }: EditorUnderTest): void {
  const snippet = snippetOf(name);
  let programs = "";
  beforeAll(async () => {
    programs = (await installNpmProgram()).bin;
  });

  describe(name, () => {
    test.each([
      { place: "no namesake.json", files: {}, written: { trustedPackages: { numpyy: {} } } },
      {
        place: "a namesake.json",
        files: { "namesake.json": '{ "trustedPackages": { "acme": {} } }\n' },
        written: { trustedPackages: { acme: {}, numpyy: {} } },
      },
    ])("shows, explains, mends and trusts names in a project with $place", ({ files, written }) => {
      const requirements = "flask\nreqeusts>=2\nnumpyy\n";
      const { report, read } = run(snippet, { ...files, "requirements.txt": requirements }, 2, true);
      expect(report.problem).toBeUndefined();
      expect(report.shown).toMatchObject([
        { line: 2, message: expect.stringContaining("looks like a misspelling of 'requests'") },
        { line: 3, message: expect.stringContaining("looks like a misspelling of 'numpy'") },
      ]);
      expect(report.hover).toContain("number 7 on PyPI");
      expect(report.offered).toEqual([
        "Replace with 'requests'",
        "Trust 'reqeusts' in this folder (namesake.json)",
      ]);
      expect(report.text.trimEnd()).toBe("flask\nrequests>=2\nnumpyy");
      expect(report.after_fix.map(({ line }) => line)).toEqual([3]);
      expect(report.after_trust).toEqual([]);
      expect(JSON.parse(read("namesake.json"))).toEqual(written);
    });

    test("judges by the editor's settings", () => {
      // The second name resembles one too little for any but strict judges.
      const files = { "requirements.txt": "reqeusts\nnumpy-utils\n" };
      expect(run(snippet, files, 1, false).report.shown).toMatchObject([{ line: 1 }]);
      expect(run(withSettings(snippet), files, 2, false).report.shown).toMatchObject([
        { line: 1 },
        { line: 2, message: expect.stringContaining("'numpy'") },
      ]);
    });
  });

  function run(
    config: string,
    files: Readonly<Record<string, string>>,
    findings: number,
    acts: boolean,
  ): { readonly report: Report; read(path: string): string } {
    const project = scratchFolder();
    const home = scratchFolder();
    for (const [path, text] of Object.entries(files)) writeFileSync(join(project, path), text);
    writeFileSync(join(home, "snippet"), config);
    const [program, ...args] = command;
    const { error, stdout, stderr } = spawnSync(program, args, {
      cwd: project,
      encoding: "utf8",
      timeout: limit,
      env: {
        ...process.env,
        // No configuration of the person who runs the tests plays a part.
        HOME: home,
        XDG_CONFIG_HOME: home,
        XDG_DATA_HOME: home,
        XDG_STATE_HOME: home,
        XDG_CACHE_HOME: home,
        PATH: `${programs}${delimiter}${process.env.PATH}`,
        NAMESAKE_SNIPPET: join(home, "snippet"),
        NAMESAKE_REPORT: join(home, "report.json"),
        NAMESAKE_FINDINGS: String(findings),
        NAMESAKE_ACTS: acts ? "yes" : "no",
      },
    });
    const read = (path: string): string => readFileSync(join(project, path), "utf8");
    try {
      const report = JSON.parse(readFileSync(join(home, "report.json"), "utf8")) as Report;
      return { report, read };
    } catch {
      throw new Error(`${program} left no report (${error?.message}):\n${stdout}\n${stderr}`);
    }
  }
}

/** The path of a driver. */
export function driver(file: string): string {
  return join(root, "test", "editors", file);
}

/** What a section of the document tells people to put into their editor. */
function snippetOf(section: string): string {
  const sections = readSections(readFileSync(join(root, "docs", "editors.md"), "utf8"));
  const block = sections.find(({ title }) => title === section)?.blocks[0];
  if (!block) throw new Error(`docs/editors.md has no snippet for ${section}`);
  return block.text;
}
