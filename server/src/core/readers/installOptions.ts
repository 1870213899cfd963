/** The options of tools that install: which of them take the next word, and what that word means. */

import { type Excerpt, partOf } from "./excerpt.ts";
import type { Word } from "./shellWordText.ts";

export type Argument =
  | { readonly kind: "operand"; readonly word: Word }
  | { readonly kind: "option"; readonly meaning: Meaning; readonly value: Excerpt };

/**
 * `source` is the name of an index that the tool knows from elsewhere; `packages` a list of requirements with commas;
 * `extra` what Poetry 2 takes the name of an extra for, and Poetry 1, where the option has no value, a requirement.
 */
export type Meaning =
  | "packages"
  | "command"
  | "editable"
  | "file"
  | "source"
  | "index instead"
  | "index beside"
  | "extra"
  | "other";

const LONG: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...meaning("packages", "with preinstall"),
  ...meaning("command", "from spec"),
  ...meaning("editable", "editable with-editable"),
  ...meaning(
    "file",
    "requirement requirements constraint constraints with-requirements override overrides build-constraint build-constraints",
  ),
  ...meaning("source", "source"),
  ...meaning("index instead", "index-url default-index pypi-mirror pypi-url"),
  ...meaning("index beside", "extra-index-url index"),
  ...meaning(
    "other",
    "abi allow-insecure-host backend bounds branch build-option cache-dir categories cert client-cert color config-file " +
      "config-setting config-settings dest directory env env-file exclude-newer exists-action extra extras find-links " +
      "fork-strategy global-option group hash implementation index-strategy install-option keyring-provider link-mode " +
      "lockfile log markers marker name no-binary no-binary-package no-build-isolation-package no-build-package " +
      "no-sources-package only-binary only-group optional package pip-args platform prefix prerelease progress-bar project " +
      "proxy python python-platform python-version refresh-package reinstall-package report resolution retries rev root " +
      "root-user-action script src suffix tag target timeout torch-backend trusted-host upgrade-package upgrade-strategy " +
      "use-deprecated use-feature wheel-dir",
  ),
]);

const SHORT: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...meaning("editable", "e"),
  ...meaning("file", "r c b"),
  ...meaning("index instead", "i"),
  ...meaning("other", "f t p G E C P"),
]);

/** Where an option means something else to one tool; null where it takes no value there. */
type OfTool = Readonly<Record<string, Readonly<Record<string, Meaning | null>>>>;

const LONG_OF_TOOL: OfTool = {
  pip: Object.fromEntries(
    meaning(
      "other",
      "source source-dir source-directory default-timeout local-log log-file destination-dir destination-directory",
    ),
  ),
  poetry: { optional: "extra" },
};

const SHORT_OF_TOOL: OfTool = {
  pip: { d: "other", w: "other", b: "other" },
  pipx: { f: null, e: null },
  uv: { w: "packages" },
  uvx: { w: "packages" },
};

function meaning(meaning: Meaning, names: string): [string, Meaning][] {
  return names.split(" ").map((name) => [name, meaning]);
}

/** All long options of pip, which takes every beginning of a name that only one of them has. */
const PIP_OPTIONS: readonly string[] = (
  "abi all-releases break-system-packages build-constraint build-option cache-dir cert check-build-dependencies " +
  "client-cert compile config-settings constraint debug default-timeout dest destination-dir destination-directory " +
  "disable-pip-version-check dry-run editable exists-action extra-index-url find-links force-reinstall global-option " +
  "group help ignore-installed ignore-requires-python implementation index-url isolated keyring-provider local-log log " +
  "log-file no-binary no-build-isolation no-cache-dir no-clean no-color no-compile no-dependencies no-deps no-index " +
  "no-input no-python-version-warning no-use-pep517 no-user no-verify no-warn-conflicts no-warn-script-location " +
  "only-binary only-final platform pre prefer-binary prefix progress-bar proxy pypi-url python python-version quiet " +
  "report require-hashes require-venv require-virtualenv requirement requirements-from-script resume-retries retries " +
  "root root-user-action source source-dir source-directory src target timeout trusted-host upgrade upgrade-strategy " +
  "uploaded-prior-to use-deprecated use-feature use-pep517 user verbose version wheel-dir"
).split(" ");

function fullName(tool: string, name: string): string {
  if (tool !== "pip" || PIP_OPTIONS.includes(name)) return name;
  const candidates = PIP_OPTIONS.filter((option) => option.startsWith(name));
  return candidates.length === 1 ? candidates[0]! : name;
}

/** Sorts the words behind an install command into operands and options. Options without a value are left out. */
export function readArguments(tool: string, words: readonly Word[]): Argument[] {
  const found: Argument[] = [];
  const extras: Argument[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const option = readOption(tool, word);
    if (option === null) found.push({ kind: "operand", word });
    if (option === null || option.meaning === null) continue;
    const next = option.value === null ? words[++index] : undefined;
    if (next !== undefined && option.meaning === "extra") extras.push({ kind: "operand", word: next });
    const value = option.value ?? next;
    if (value !== undefined) found.push({ kind: "option", meaning: option.meaning, value });
  }
  return found.some(({ kind }) => kind === "operand") ? found : [...found, ...extras];
}

/** Whether the word is an option whose value is the next word. */
export function optionTakesNext(tool: string, word: Word): boolean {
  const option = readOption(tool, word);
  return option !== null && option.meaning !== null && option.value === null;
}

interface Option {
  /** Null for an option without a value. */
  readonly meaning: Meaning | null;
  /** Null where it is the next word. */
  readonly value: Excerpt | null;
}

function readOption(tool: string, word: Excerpt): Option | null {
  const { text } = word;
  if (!text.startsWith("-") || text === "-") return null;
  return text.startsWith("--") ? readLongOption(tool, word) : readShortOptions(tool, word);
}

function readLongOption(tool: string, word: Excerpt): Option {
  const equals = word.text.indexOf("=");
  const name = fullName(tool, word.text.slice(2, equals < 0 ? undefined : equals));
  const meaning = meaningFor(tool, name, LONG_OF_TOOL, LONG);
  if (equals < 0) return { meaning, value: null };
  return { meaning: meaning ?? "other", value: partOf(word, { start: equals + 1, end: word.text.length }) };
}

/** `-Ur file`: letters in a row, the last of which may take a value; `-rfile`: the value right behind its letter. */
function readShortOptions(tool: string, word: Excerpt): Option {
  for (let index = 1; index < word.text.length; index++) {
    const letter = word.text[index]!;
    const meaning = meaningFor(tool, letter, SHORT_OF_TOOL, SHORT);
    if (meaning === null) continue;
    const start = word.text[index + 1] === "=" ? index + 2 : index + 1;
    const value = start < word.text.length ? partOf(word, { start, end: word.text.length }) : null;
    return { meaning, value };
  }
  return { meaning: null, value: null };
}

function meaningFor(
  tool: string,
  name: string,
  ofTools: OfTool,
  shared: ReadonlyMap<string, Meaning>,
): Meaning | null {
  const ofTool = ofTools[tool]?.[name];
  return ofTool === undefined ? (shared.get(name) ?? null) : ofTool;
}
