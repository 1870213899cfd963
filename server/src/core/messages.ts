/**
 * Every sentence that the core can say, in English, as whole sentences with placeholders.
 * The core returns ids and arguments; hosts render them, in the reader's language where they have it. The English
 * sentence is also the key under which `l10n/` has its translations.
 */

import type { PackProblem } from "./knowledge/pack.ts";
import type { TechniqueId } from "./lookalike/index.ts";
import { readable } from "./printable.ts";
import type { Code } from "./rules/codes.ts";

/** How a name comes from its target, for the hover. */
const techniqueSentences: Readonly<Record<`technique.${TechniqueId}`, string>> = {
  "technique.transposition": "Two neighbouring letters are swapped.",
  "technique.repetition": "A letter is doubled, or one of two equal letters is missing.",
  "technique.omission": "A letter is missing.",
  "technique.insertion": "A letter is added.",
  "technique.replacement": "A letter stands in place of another.",
  "technique.plural": "An 's' is added or missing at the end of a word.",
  "technique.lookalike-letters": "A letter stands in place of one that looks the same.",
  "technique.number": "A number is added, missing or changed.",
  "technique.separators": "Only the hyphens differ.",
  "technique.word-order": "The words are the same, in another order.",
  "technique.python-affix": "Only 'py', 'python' or 'lib' differs.",
  "technique.two-edits": "Two letters differ in a long name.",
  "technique.three-edits": "Three letters differ in the long name of a very popular package.",
  "technique.added-word": "The name of a popular package stands beside another word.",
  "technique.glued-word": "The name of a popular package runs into another word.",
  "technique.long-beginning": "The name of a popular package goes on for a few letters.",
  "technique.misspelt-affix": "The misspelt name of a popular package stands beside another word.",
};

/** What each rule is about, in a sentence that stands alone; its page begins with the same one. */
const ruleSentences: Readonly<Record<`rule.${Code}`, string>> = {
  "rule.blocked-package": "Your team does not want this package. The list is in your own settings.",
  "rule.malicious-package": "The name is on the list of malicious packages that ships with Namesake.",
  "rule.compromised-release": "The line asks for a malicious release of a project that is otherwise good.",
  "rule.lookalike-characters":
    "The name contains characters that look like others, and reads like a popular name.",
  "rule.stdlib-module": "A module of Python's standard library is listed as a dependency.",
  "rule.import-name": "The name of a module stands where the name of a package belongs.",
  "rule.dependency-confusion":
    "The file asks a private index and PyPI for the same names, so that PyPI can answer for a private one.",
  "rule.typosquat": "The name looks like a misspelling of a far more popular one.",
  "rule.combosquat": "The name contains a far more popular name, together with other words.",
  "rule.expired-trust": "The name was trusted until a day that has passed.",
  "rule.unknown-package":
    "The name is not among the names on PyPI that Namesake knows: it is private, new, or made up.",
};

const english = {
  ...techniqueSentences,
  ...ruleSentences,
  "blocked-package": "'{name}' is blocked by your team's policy.",
  "blocked-package.reason": "'{name}' is blocked by your team's policy: {reason}",
  "malicious-package": "'{name}' is a known malicious package. Do not install it.",
  "malicious-package.target":
    "'{name}' is a known malicious package that imitates '{target}'. Do not install it.",
  "malicious-package.module":
    "'{name}' is a known malicious package, which this project installs or asks for. Do not import it.",
  "malicious-package.module-name":
    "A known malicious package is called '{name}'. Make sure that this module comes from another one.",
  "malicious-package.trusted":
    "'{name}' is on the list of known malicious packages, but your settings trust it by name.",
  "compromised-release":
    "Version {version} of '{name}' was malicious. Choose another version; the bad ones are {versions}.",
  "compromised-release.trusted":
    "Version {version} of '{name}' is on the list of malicious releases, but your settings trust '{name}' by name.",
  "note.bad-releases":
    "Some releases of '{name}' were malicious: {versions}. This line does not ask for them.",
  "note.bad-releases-admitted":
    "Some releases of '{name}' were malicious, and this line admits them: {versions}.",
  "lookalike-characters.foreign": "'{name}' contains characters that no name on PyPI can have: {characters}.",
  "lookalike-characters.foreign.target":
    "'{name}' contains characters that no name on PyPI can have: {characters}. It only looks like '{target}'.",
  "lookalike-characters":
    "'{name}' contains characters that look like others. It reads like '{target}' but is a different name.",
  "lookalike-characters.module":
    "'{name}' contains characters that look like others. It reads like '{target}' but is a different module.",
  typosquat: "'{name}' looks like a misspelling of '{target}', number {rank} on PyPI.",
  "typosquat.module": "'{name}' looks like a misspelling of the module '{target}'.",
  combosquat: "'{name}' could be mistaken for '{target}', number {rank} on PyPI, but is another package.",
  "combosquat.module": "'{name}' could be mistaken for the module '{target}', but is another one.",
  "import-name": "'{name}' is the name of a module. The package that provides it is called '{target}'.",
  "import-name.misnomer": "The package that people mean by '{name}' is called '{target}' on PyPI.",
  "dependency-confusion":
    "'{name}' is not known on PyPI, but this file asks PyPI as well as {host}. Whoever registers the name there decides what is installed.",
  "dependency-confusion.private":
    "'{name}' is one of your private packages, but this file asks PyPI as well as {host}. Whoever registers the name there decides what is installed.",
  "stdlib-module": "'{name}' is part of Python's standard library. Remove this line.",
  "stdlib-module.python-2":
    "'{name}' was part of the standard library of Python 2 and is no package. Remove this line.",
  "stdlib-module.back-port":
    "'{name}' is a back-port for older versions of Python. Current versions have it in their standard library.",
  "expired-trust":
    "'{name}' was trusted until {day} by the entry '{key}' ({origin}). Renew the entry or remove it.",
  "unknown-package":
    "'{name}' is not among the PyPI packages known on {date}. It may be private, new, or made up.",
  "unknown-package.system-library":
    "'{name}' is a system library that conda installs. PyPI did not have it on {date}, so pip cannot install it.",
  "unknown-package.module":
    "No package known on {date} provides the module '{name}'. It may be private, new, or made up.",
  "fine.trusted": "'{name}' is trusted by the entry '{key}' in your settings.",
  "fine.trusted.reason": "'{name}' is trusted by the entry '{key}' in your settings: {reason}",
  "fine.standard-library": "'{name}' is part of Python's standard library.",
  "fine.own-module": "'{name}' is a module of this project.",
  "fine.private": "'{name}' comes from your own index, by the entry '{key}' among the private packages.",
  "fine.direct": "'{name}' comes from the place that is written beside it, not from an index.",
  "fine.popular": "'{name}' is number {rank} of the most downloaded packages on PyPI.",
  "fine.reviewed": "'{name}' is packaged by conda-forge, so that people have reviewed it.",
  "fine.honest":
    "'{name}' was reviewed by hand: it is a package of its own, though it resembles a more popular one.",
  "fine.module-of-popular": "'{name}' is provided by '{distribution}', number {rank} on PyPI.",
  "fine.module-of-reviewed": "'{name}' is provided by '{distribution}', which conda-forge packages.",
  "fine.provided": "'{name}' is provided by '{distribution}', which this project installs or asks for.",
  "fine.known": "'{name}' was known on PyPI on {date} and resembles no popular package closely.",
  "fine.nothing-found": "'{name}' resembles no popular package closely.",
  "note.safe-index.pip":
    "Safe with pip: ask your own index alone, with --index-url, and let it pass on what it takes from PyPI.",
  "note.safe-index.uv":
    "Safe with uv: mark the index as explicit = true, and bind '{name}' to it in [tool.uv.sources].",
  "note.safe-index.poetry":
    "Safe with Poetry: give the source priority = \"explicit\", and the dependency '{name}' that source.",
  "note.safe-index.pdm": "Safe with PDM: name '{name}' in include_packages of the source.",
  "note.asked-for": "Asked for here. Change it here, and lock anew.",
  "skipped.too-large": "it is too large for a file in YAML",
  "skipped.too-deep": "it is nested too deeply for a file in YAML",
  "note.include-elsewhere":
    "'{path}' lies outside this folder, so that Namesake does not look at what it asks for.",
  "fix.replace": "Replace with '{target}'",
  "fix.replace.keeping-version": "Replace with '{target}', keeping '{version}'",
  "fix.replace.dropping-version": "Replace with '{target}', dropping '{version}'",
  "fix.replace.dropping-hashes": "Replace with '{target}', dropping the version and its hashes",
  "fix.replace-everywhere": "Replace '{name}' with '{target}' everywhere in this file ({count} places)",
  "fix.remove": "Remove '{name}': it comes with Python",
  "fix.trust.user": "Trust '{name}' in your user settings",
  "fix.trust.workspace": "Trust '{name}' in this workspace ({file})",
  "fix.report": "Report '{name}' as a false alarm…",
  "hover.written": "written",
  "hover.meant": "meant?",
  "hover.rank": "number {rank} on PyPI",
  "hover.rank-and-downloads": "number {rank} on PyPI, {downloads} downloads in 30 days",
  "hover.known": "on PyPI, not among the most downloaded packages",
  "hover.unknown": "not among the packages known on {date}",
  "hover.malicious": "on the list of known malicious packages",
  "hover.project": "{name} on PyPI",
  "hover.rule": "About {code}",
  cut: "Further problems in this file are not shown: {count} (setting namesake.maxProblems).",
  "pack.not-a-pack": "Namesake cannot check names: its data file is not one of its own. Reinstall Namesake.",
  "pack.other-version":
    "Namesake cannot check names: its data file has version {found}, and this program reads version {expected}. Reinstall Namesake.",
  "pack.truncated":
    "Namesake cannot check names: its data file is incomplete ({length} of {expected} bytes). Reinstall Namesake.",
  "data.old": "The data is of {date} and {days} days old. Update Namesake to know what came to PyPI since.",
  "pack.damaged": "Namesake cannot check names: its data file is damaged. Reinstall Namesake.",
  "pack.unreadable":
    "Namesake cannot check names: its data file cannot be read ({reason}). Reinstall Namesake.",
  "setting.wrong": "The setting {key} ({origin}) is ignored: it is {found}, but it can be {expected}.",
  "setting.unknown": "The setting {key} ({origin}) is ignored: there is no such setting.",
  "setting.reason-required":
    "The setting {key} ({origin}) is ignored: it has no reason, and namesake.trust.requireReason asks for one.",
  "policy.malformed": "{file} is not valid JSON (comments are allowed). Only what can be made out counts.",
  "policy.cannot-be-read": "{file} could not be read: {reason}. What it says does not count.",
  "scan.cannot-be-read": "{path} could not be read: {reason}. Names in it were not checked.",
  "policy.title": "Namesake: effective policy",
  "policy.setting": "Setting",
  "policy.value": "Value",
  "policy.from": "From",
  "policy.why": "Why it does not count",
  "policy.default": "default",
  "origin.user": "user settings",
  "origin.workspace": "workspace settings",
  "origin.folder": "folder settings",
  "origin.file": "policy file",
  "policy.ignored": "Written but not in force",
  "policy.nothing-ignored": "Nothing: all that is written counts.",
  "policy.overridden": "overridden by {origin}",
  "policy.expired": "its last day was {day}",
  "policy.untrusted": "the workspace is not trusted",
  "policy.reason-required": "it has no reason, and `namesake.trust.requireReason` asks for one",
  "policy.unreadable": "The settings file is not valid JSON. Mend it first, so that nothing in it is lost.",
  "fix.trust.folder": "Trust '{name}' in this folder ({file})",
} as const;

export type MessageId = keyof typeof english;

export interface Message {
  readonly id: MessageId;
  /** A message among them is a name for something, such as a place, that is in the reader's language too. */
  readonly args: Readonly<Record<string, string | number | Message>>;
}

/** Why the data file cannot be used, and the way out. */
export function describePackProblem(problem: PackProblem): Message {
  switch (problem.kind) {
    case "not-a-pack":
      return message("pack.not-a-pack");
    case "other-version":
      return message("pack.other-version", { found: problem.found, expected: problem.expected });
    case "truncated":
      return message("pack.truncated", { length: problem.length, expected: problem.expected });
    case "damaged":
      return message("pack.damaged");
  }
}

export function message(id: MessageId, args: Message["args"] = {}): Message {
  return { id, args };
}

/** Every sentence with its placeholders, to be translated. */
export const sentences: Readonly<Record<MessageId, string>> = english;

/** Puts arguments into the placeholders of a sentence, or of its translation where there is one. */
export type Translate = (sentence: string, args: Readonly<Record<string, string | number>>) => string;

/**
 * The message as people read it: in English, unless the host translates. What strangers wrote stands in it printable and
 * at a length that can be read.
 */
export function renderMessage({ id, args }: Message, translate: Translate = inEnglish): string {
  const said = Object.entries(args).map(([key, value]): [string, string | number] => [
    key,
    typeof value === "object"
      ? renderMessage(value, translate)
      : typeof value === "string"
        ? readable(value)
        : value,
  ]);
  return translate(english[id], Object.fromEntries(said));
}

function inEnglish(sentence: string, args: Parameters<Translate>[1]): string {
  return sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(args[key]));
}
