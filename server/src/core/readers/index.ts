/** What reads each format. A new format is its reader's file and its entry in `formats.ts`; the compiler asks for the line here. */

import picomatch from "picomatch/posix.js";
import { globOptions } from "../globs.ts";
import type { Reading } from "../reference.ts";
import { readGithubWorkflow, readGitlabPipeline } from "./ciScripts.ts";
import { readCondaEnvironment } from "./condaEnvironment.ts";
import { readCondaLock } from "./condaLock.ts";
import { readDockerfile } from "./dockerfile.ts";
import { rereadRequirementsFile } from "./editedRequirements.ts";
import { type Format, type FormatId, formats } from "./formats.ts";
import { readMarkdown } from "./markdown.ts";
import { readNotebook } from "./notebook.ts";
import { readNoxfile } from "./nox.ts";
import { readPdmLock } from "./pdmLock.ts";
import { readPipfile } from "./pipfile.ts";
import { readPipfileLock } from "./pipfileLock.ts";
import { readPoetryLock } from "./poetryLock.ts";
import { readPreCommit } from "./preCommit.ts";
import { readPylock } from "./pylock.ts";
import { readPyproject } from "./pyproject.ts";
import { readPython } from "./python.ts";
import { readRequirementsFile } from "./requirements.ts";
import { readSetupCfg } from "./setupCfg.ts";
import { readSetupPy } from "./setupPy.ts";
import { readShellScript } from "./shell.ts";
import { readTox } from "./tox.ts";
import { readUvLock } from "./uvLock.ts";

/** Takes any text, half-typed or binary, and returns what could be made out. Never throws. Linear in the size. */
type Read = (text: string) => Reading;
type Reread = (text: string, textBefore: string, before: Reading) => Reading;

export interface Reader extends Format {
  readonly read: Read;
  /** The same, by what was read before the text was edited; only where reading it all takes long enough to be felt. */
  readonly reread?: Reread;
}

const reads: Readonly<Record<FormatId, Read>> = {
  requirements: readRequirementsFile,
  pyproject: readPyproject,
  pipfile: readPipfile,
  "uv-lock": readUvLock,
  "poetry-lock": readPoetryLock,
  "pdm-lock": readPdmLock,
  pylock: readPylock,
  "pipfile-lock": readPipfileLock,
  "conda-lock": readCondaLock,
  "setup-cfg": readSetupCfg,
  "setup-py": readSetupPy,
  tox: readTox,
  nox: readNoxfile,
  "conda-environment": readCondaEnvironment,
  "pre-commit": readPreCommit,
  dockerfile: readDockerfile,
  shell: readShellScript,
  "github-workflow": readGithubWorkflow,
  "gitlab-pipeline": readGitlabPipeline,
  notebook: readNotebook,
  markdown: readMarkdown,
  python: readPython,
};

const rereads: Partial<Readonly<Record<FormatId, Reread>>> = { requirements: rereadRequirementsFile };

export const readers: readonly Reader[] = formats.map((format) => {
  const reread = rereads[format.id];
  return { ...format, read: reads[format.id], ...(reread && { reread }) };
});

/**
 * The reader of a file, or null where there is none.
 * @param path below the workspace folder, with `/` as separator
 * @param languageId decides where the path says nothing: people can choose the language of any document
 */
export function readerFor(path: string, languageId?: string): Reader | null {
  const byPath = matcherOf(path)?.reader;
  return byPath ?? readerForLanguage(languageId);
}

/** The reader of a text that is no file by itself, such as a notebook's cell, or null where there is none. */
export function readerForLanguage(languageId: string | undefined): Reader | null {
  return readers.find((reader) => reader.languageId === languageId) ?? null;
}

/** Whether the file, by its path, says what a project depends on. */
export function declaresDependencies(path: string): boolean {
  const lowered = path.toLowerCase();
  return declaring.some(({ mayMatch }) => mayMatch(lowered)) && declares(readerFor(path));
}

/** Whatever the case: `Requirements.txt` is installed from like any other, and on some systems it is the same file. */
function matcherOf(path: string): (typeof matchers)[number] | undefined {
  const lowered = path.toLowerCase();
  return matchers.find(({ mayMatch, matches }) => mayMatch(lowered) && matches(lowered));
}

function declares(reader: Reader | null): boolean {
  return reader?.role === "manifest" || reader?.role === "lock";
}

const matchers = readers.map((reader) => {
  const patterns = reader.patterns.map((pattern) => pattern.toLowerCase());
  const ignore = (reader.except ?? []).map((pattern) => pattern.toLowerCase());
  return {
    reader,
    mayMatch: endingMatcher(patterns.flatMap(endingsOf)),
    matches: picomatch(patterns, { ...globOptions, ignore }),
  };
});

const declaring = matchers.filter(({ reader }) => declares(reader));

/** Nearly all that a pattern rules out it rules out by its end, and to look there takes a fraction of a glob's time. */
function endingMatcher(endings: readonly string[]): (path: string) => boolean {
  return (path) => endings.some((ending) => path.endsWith(ending));
}

/** What a pattern demands literally of a path's end: `.yml` and `.yaml` of `*.{yml,yaml}`. */
function endingsOf(pattern: string): string[] {
  const [, literal = "", choices] = /(?<![^*?[\]/{}])([^*?[\]/{}]*)(?:\{([^{}]*)\})?$/.exec(pattern)!;
  return (choices?.split(",") ?? [""]).map((choice) => literal + choice);
}
