/** What reads each format. A new format is its reader's file and its entry in `formats.ts`; the compiler asks for the line here. */

import { type PathMatcher as GlobMatcher, readGlob } from "../globs.ts";
import type { Reading } from "../reference.ts";
import { isMadeOf } from "../wildcards.ts";
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
import { readPixiManifest, readToxManifest } from "./toolManifests.ts";
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
  pixi: readPixiManifest,
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
  "tox-toml": readToxManifest,
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

export const requirementsReader: Reader = readers.find(({ id }) => id === "requirements")!;

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

/** Whether the file, by its path, says what a project depends on; a lock, which can be as large as all else, only `withLocks`. */
export function declaresDependencies(path: string, withLocks: boolean): boolean {
  const role = readerFor(path)?.role;
  return role === "manifest" || (withLocks && role === "lock");
}

/** Whatever the case: `Requirements.txt` is installed from like any other, and on some systems it is the same file. */
function matcherOf(path: string): PathMatcher | undefined {
  const lowered = path.toLowerCase();
  return (byEnding.get(endingOf(lowered)) ?? ofAnyEnding).find(({ matches }) => matches(lowered));
}

interface PathMatcher {
  readonly reader: Reader;
  /** What the paths end with, as {@link endingOf} has it; null stands for anything. */
  readonly endings: readonly (string | null)[];
  matches(lowered: string): boolean;
}

const matchers = readers.map((reader): PathMatcher => {
  const patterns = tailsOf(reader.patterns);
  const [own, except] = [matchTails(patterns), matchExceptions(reader.except ?? [])];
  return {
    reader,
    endings: patterns.flatMap(endingsOf),
    matches: (lowered) => own(lowered) && !except(lowered),
  };
});

const ofAnyEnding = matchers.filter(({ endings }) => endings.includes(null));

/** A project may have many thousands of files, and of the readers most are ruled out by how a path ends. */
const byEnding: ReadonlyMap<string | null, readonly PathMatcher[]> = new Map(
  matchers
    .flatMap(({ endings }) => endings)
    .map((ending) => [
      ending,
      matchers.filter(({ endings }) => endings.includes(ending) || endings.includes(null)),
    ]),
);

/** What stands behind the folders that a pattern leaves open. */
function tailsOf(patterns: Format["patterns"]): string[] {
  return patterns.map((pattern) => pattern.slice("**/".length).toLowerCase());
}

/** Whether the last segments of a path match any of the patterns. To match whole paths takes many times as long. */
function matchTails(patterns: readonly string[]): (path: string) => boolean {
  let matchers: readonly ((path: string) => boolean)[] | undefined;
  return (path) => {
    // Hardly a project has files of all formats.
    matchers ??= patterns.map(matchTail);
    return matchers.some((matches) => matches(path));
  };
}

/** Hardly a file comes as far as here, so that whole paths may be matched. */
function matchExceptions(patterns: NonNullable<Format["except"]>): (path: string) => boolean {
  let exceptions: readonly { readonly holds: boolean; readonly matches: GlobMatcher }[] | undefined;
  return (path) => {
    exceptions ??= patterns.flatMap((pattern) => {
      const matches = readGlob(pattern.replace(/^!/, "").toLowerCase());
      return matches ? [{ holds: !pattern.startsWith("!"), matches }] : [];
    });
    return exceptions.findLast(({ matches }) => matches(path))?.holds ?? false;
  };
}

function matchTail(pattern: string): (path: string) => boolean {
  const depth = pattern.split("/").length;
  // As many segments as the pattern has: its `*` cannot take in another one.
  const alternatives = withoutBraces(pattern).map((each) => each.split("*"));
  return (path) => {
    const tail = lastSegments(path, depth);
    return alternatives.some((parts) => isMadeOf(tail, parts));
  };
}

/** `a.{b,c}` as `a.b` and `a.c`. */
function withoutBraces(pattern: string): string[] {
  const [braces, choices] = /\{([^{}]*)\}/.exec(pattern) ?? [];
  if (braces === undefined) return [pattern];
  return choices!.split(",").flatMap((choice) => withoutBraces(pattern.replace(braces, choice)));
}

function lastSegments(path: string, count: number): string {
  let start = path.length + 1;
  for (let left = count; left > 0 && start > 0; left -= 1) start = path.lastIndexOf("/", start - 2) + 1;
  return path.slice(start);
}

/** What stands behind the last dot or slash. */
function endingOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("."), path.lastIndexOf("/")) + 1);
}

/** The same of the paths that a pattern matches: `yml` and `yaml` of `*.{yml,yaml}`. */
function endingsOf(pattern: string): (string | null)[] {
  const [, literal, choices] = /(?:^|[./])([^./*?[\]{}]*)(?:\{([^./*?{}]*)\})?$/.exec(pattern) ?? [];
  if (literal === undefined || literal + (choices ?? "") === "") return [null];
  return (choices?.split(",") ?? [""]).map((choice) => literal + choice);
}
