/**
 * Commands that install distributions, `pip install x`, `uv add x`, `pipx run x`, in text that a shell would run:
 * the one scanner for scripts, container files, workflows, documentation and notebooks.
 */

import {
  type DistributionReference,
  type FileInclude,
  type IndexUse,
  nothingRead,
  type Reading,
  type TextSpan,
} from "../reference.ts";
import { combineReadings, type Excerpt, partOf, relocate } from "./excerpt.ts";
import { findInstall, type Install, mentionsInstaller, scriptArgument } from "./installers.ts";
import { readArguments } from "./installOptions.ts";
import { isLocation } from "./location.ts";
import { isPlaceholder } from "./placeholders.ts";
import { readRequirementText } from "./requirementText.ts";
import { type CommandText, dialectsOf } from "./shellDialect.ts";
import type { WrittenWord } from "./shellNesting.ts";
import { shellCommands } from "./shellWords.ts";
import { readWords, type Word } from "./shellWordText.ts";

/** Finds the install commands of a text and passes over all others. */
export function readInstallCommands(text: string, kind: CommandText): Reading {
  if (!mentionsInstaller(text)) return nothingRead;
  const readings: Reading[] = [];
  for (const dialect of dialectsOf(kind, text)) {
    for (const command of shellCommands(text, dialect)) {
      if (command.some((word) => mayNameInstaller(text, word)))
        readings.push(readInstallCommand(readWords(text, command, dialect), kind));
    }
  }
  return combineReadings(readings);
}

/** What a substitution stands in is not looked through, so that nested ones are looked through once. */
function mayNameInstaller(text: string, { start, end, substitutions }: WrittenWord): boolean {
  return substitutions.length > 0 || mentionsInstaller(text.slice(start, end));
}

/** Reads one command, and the script that it hands to a shell, as in `bash -c "pip install x"`. */
export function readInstallCommand(words: readonly Word[], kind: CommandText): Reading {
  return combineReadings(
    [...simpleCommands(words)].flatMap((command) => {
      const install = findInstall(command);
      const script = scriptArgument(command);
      return [
        install === null ? [] : readInstall(install, kind),
        script === null ? [] : relocate(readInstallCommands(script.text, "script"), script),
      ].flat();
    }),
  );
}

/** `find -exec` ends the command that it runs with a word that is a semicolon. */
function* simpleCommands(words: readonly Word[]): Generator<readonly Word[]> {
  let start = 0;
  for (const [index, { text }] of words.entries()) {
    if (text !== ";") continue;
    yield words.slice(start, index);
    start = index + 1;
  }
  yield words.slice(start);
}

function readInstall({ tool, operands, words }: Install, kind: CommandText): Reading {
  const given = readArguments(tool, words);
  const operandWords = given.flatMap((argument) => (argument.kind === "operand" ? argument.word : []));
  if (kind === "prose" && takesPackages(operands) && operandWords.some(({ text }) => PROSE.has(text)))
    return nothingRead;

  const references: DistributionReference[] = [];
  const includes: FileInclude[] = [];
  const indexes: IndexUse[] = [];
  let isBound = false;
  let hasCommand = false;
  let operandsBefore = 0;

  function add(item: Excerpt, removal: TextSpan | null): void {
    const reference = readRequirementText(item, removal);
    if (reference !== null && !isPlaceholder(reference.name)) references.push(reference);
  }

  for (const argument of given) {
    if (argument.kind === "operand") {
      const { word } = argument;
      const isEnvironment = operands === "rest" && operandsBefore === 0;
      const isCommand = operands === "run" && hasCommand;
      if (operands !== "none" && !isEnvironment && !isCommand)
        add(word, operands === "all" && operandWords.length > 1 ? word.removal : null);
      operandsBefore++;
      if (operands === "run" || operands === "none") break;
      continue;
    }
    const { meaning, value } = argument;
    switch (meaning) {
      case "packages":
        for (const item of splitAtCommas(value)) add(item, null);
        break;
      case "command":
        hasCommand = true;
        add(value, null);
        break;
      case "editable":
        if (isLocation(value.text)) add(value, null);
        break;
      case "file":
        if (isPath(value.text)) includes.push({ path: value.text, span: whole(value) });
        break;
      case "source":
        isBound ||= !/^pypi$/i.test(value.text);
        break;
      case "extra":
      case "other":
        break;
      default: {
        const url = indexUrl(value);
        if (isLocation(url.text) || isVariable(url.text))
          indexes.push({
            url: url.text,
            span: whole(url),
            role: indexRole(meaning, tool),
          });
        // What stands beside PyPI leaves the choice to both; only Pipenv binds a name to an index there.
        else isBound ||= url.text !== "" && (meaning === "index instead" || tool === "pipenv");
      }
    }
  }
  const bound = isBound ? references.map((reference) => ({ ...reference, direct: true })) : references;
  return { ...nothingRead, references: bound, includes, indexes };
}

function takesPackages(operands: Install["operands"]): boolean {
  return operands === "all" || operands === "rest";
}

/** Words that no command has where packages stand: the text is a sentence about the command. */
const PROSE: ReadonlySet<string> = new Set(
  (
    "a after again all also an and any are as at because before but by can command commands does doesn't either fail " +
    "failed fails following for from has have if in inside instead into is it its later like manually need needed not " +
    "of on once or other otherwise out should so successful successfully than that the their them then these they this " +
    "those though to under until unless using via was we were when where whether which while will with within without " +
    "won't works you your"
  ).split(" "),
);

function* splitAtCommas(value: Excerpt): Generator<Excerpt> {
  let start = 0;
  // A comma before a version clause belongs to the requirement: `--with "a>=1,<2,b"`.
  for (const { index } of value.text.matchAll(/,(?!\s*[<>=!~])|$/g)) {
    yield partOf(value, { start, end: index });
    start = index + 1;
  }
}

/** uv takes the first index that has a name at all, pip the best version of all of them. */
function indexRole(meaning: "index instead" | "index beside", tool: string): IndexUse["role"] {
  if (meaning === "index instead") return "instead";
  return tool === "uv" || tool === "uvx" ? "before" : "beside";
}

/** `--index name=https://…` of uv. */
function indexUrl(value: Excerpt): Excerpt {
  const start = /^[\w.-]+=(?=[a-z]+:|[./$])/i.exec(value.text)?.[0].length ?? 0;
  return partOf(value, { start, end: value.text.length });
}

function isVariable(text: string): boolean {
  return /^[$%{]/.test(text);
}

/** Whether the text is a file's path as it stands, without anything that a shell would put in. */
function isPath(text: string): boolean {
  return /\S/.test(text) && !/[$`*?<>{}%]/.test(text);
}

function whole({ text, locate }: Excerpt): TextSpan {
  return locate({ start: 0, end: text.length });
}
