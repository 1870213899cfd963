/** Dockerfiles and Containerfiles: what their `RUN` instructions install. */

import { nothingRead, type Reading } from "../reference.ts";
import { instructions } from "./dockerInstructions.ts";
import { combineReadings, type Excerpt, joinPieces, partOf, relocate } from "./excerpt.ts";
import { readIgnoredLines } from "./ignoredLines.ts";
import { readInstallCommand, readInstallCommands } from "./installCommands.ts";
import { readJson } from "./json.ts";
import { excerptOfText, itemsOf } from "./writtenValues.ts";

export function readDockerfile(text: string): Reading {
  const readings = [...instructions(text)].map(({ keyword, rest }) =>
    keyword === "RUN" ? readRun(withoutFlags(rest)) : nothingRead,
  );
  return { ...combineReadings(readings), ignores: readIgnoredLines(text) };
}

/** `--mount=type=cache,target=/x`, and a continued line between them. */
const FLAGS = /^(?:(?:[ \t]|\\\n)+--[a-z][^ \t\\\r\n]*)*/i;
/** A document that is the whole command is a script. */
const DOCUMENT = /^(?:[ \t]|\\\n)*<<-?[^ \t\r\n<]+[ \t]*(?:\r\n|\r|\n)/;
const EXEC_FORM = /^(?:[ \t]|\\\n)*\[/;

function withoutFlags(rest: Excerpt): Excerpt {
  return behind(rest, FLAGS.exec(rest.text)![0].length);
}

function readRun(command: Excerpt): Reading {
  const document = DOCUMENT.exec(command.text)?.[0];
  const script = document === undefined ? command : behind(command, document.length);
  const reading = relocate(readInstallCommands(script.text, "script"), script);
  // What begins like a list and is none, `[ "$x" ] && …`, is a script too.
  return EXEC_FORM.test(command.text) ? combineReadings([reading, readExecForm(joined(command))]) : reading;
}

/** `["pip", "install", "x"]`: the words as they are, without a shell. */
function readExecForm(list: Excerpt): Reading {
  const words = itemsOf(readJson(list.text)).map((word) => ({ ...excerptOfText(word), removal: null }));
  return relocate(readInstallCommand(words, "script"), list);
}

function behind(excerpt: Excerpt, start: number): Excerpt {
  return partOf(excerpt, { start, end: excerpt.text.length });
}

/** The excerpt without its continued line ends. */
function joined(excerpt: Excerpt): Excerpt {
  const lines = excerpt.text.split("\\\n");
  let offset = 0;
  const within = joinPieces(
    lines.map((text) => {
      const piece = { text, offset };
      offset += text.length + 2;
      return piece;
    }),
  );
  return { text: within.text, locate: (part) => excerpt.locate(within.locate(part)) };
}
