/** The registry of formats. A new format is one reader file and one line here; all else derives from this list. */

import picomatch from "picomatch/posix.js";
import type { Reading } from "../reference.ts";
import { githubWorkflowReader, gitlabPipelineReader } from "./ciScripts.ts";
import { condaEnvironmentReader } from "./condaEnvironment.ts";
import { condaLockReader } from "./condaLock.ts";
import { dockerfileReader } from "./dockerfile.ts";
import { markdownReader } from "./markdown.ts";
import { notebookReader } from "./notebook.ts";
import { noxReader } from "./nox.ts";
import { pdmLockReader } from "./pdmLock.ts";
import { pipfileReader } from "./pipfile.ts";
import { pipfileLockReader } from "./pipfileLock.ts";
import { poetryLockReader } from "./poetryLock.ts";
import { preCommitReader } from "./preCommit.ts";
import { pylockReader } from "./pylock.ts";
import { pyprojectReader } from "./pyproject.ts";
import { pythonReader } from "./python.ts";
import { requirementsReader } from "./requirements.ts";
import { setupCfgReader } from "./setupCfg.ts";
import { setupPyReader } from "./setupPy.ts";
import { shellReader } from "./shell.ts";
import { toxReader } from "./tox.ts";
import { uvLockReader } from "./uvLock.ts";

export interface Reader {
  /** Stable and machine-readable; printed by `namesake list`. */
  readonly id: string;
  /** The format's name as people write it; for tables and messages. */
  readonly title: string;
  /**
   * Glob patterns of the files, against the path below the workspace folder, with `/` as separator.
   * Only what the language server protocol's patterns know: they select documents in editors too.
   */
  readonly patterns: readonly string[];
  /** Patterns of files that are none of this format although they match; {@link readerFor} heeds them. */
  readonly except?: readonly string[];
  /** The language id whose documents are of this format whatever they are called; null where the language says too little. */
  readonly languageId: string | null;
  /**
   * What such files are in a project. `manifest`: people write there what the project depends on; `lock`: a tool
   * writes down what that came to, so that nothing is mended there; `code`: neither.
   */
  readonly role: "manifest" | "lock" | "code";
  /** Takes any text, half-typed or binary, and returns what could be made out. Never throws. Linear in the size. */
  read(text: string): Reading;
}

export const readers: readonly Reader[] = [
  requirementsReader,
  pyprojectReader,
  pipfileReader,
  uvLockReader,
  poetryLockReader,
  pdmLockReader,
  pylockReader,
  pipfileLockReader,
  condaLockReader,
  setupCfgReader,
  setupPyReader,
  toxReader,
  noxReader,
  condaEnvironmentReader,
  preCommitReader,
  dockerfileReader,
  shellReader,
  githubWorkflowReader,
  gitlabPipelineReader,
  notebookReader,
  markdownReader,
  pythonReader,
];

/**
 * The reader of a file, or null where there is none.
 * @param path below the workspace folder, with `/` as separator
 * @param languageId decides where the path says nothing: people can choose the language of any document
 */
export function readerFor(path: string, languageId?: string): Reader | null {
  const byPath = matchers.find(({ matches }) => matches(path))?.reader;
  return byPath ?? (languageId === undefined ? null : readerForLanguage(languageId));
}

/** The reader of a text that is no file by itself, such as a notebook's cell, or null where there is none. */
export function readerForLanguage(languageId: string): Reader | null {
  return readers.find((reader) => reader.languageId === languageId) ?? null;
}

/** Whether the file, by its path, says what a project depends on. */
export function declaresDependencies(path: string): boolean {
  const role = readerFor(path)?.role;
  return role === "manifest" || role === "lock";
}

const matchers = readers.map((reader) => ({
  reader,
  matches: picomatch([...reader.patterns], { dot: true, ignore: [...(reader.except ?? [])] }),
}));
