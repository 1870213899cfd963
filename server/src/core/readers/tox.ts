/** `tox.ini`: what its environments install, by their `deps` and by commands. */

import type { Reading } from "../reference.ts";
import { combineReadings, excerptOf, joinPieces, relocate } from "./excerpt.ts";
import { readIgnoredLines } from "./ignoredLines.ts";
import { type IniLine, readIni } from "./ini.ts";
import { readInstallCommands } from "./installCommands.ts";
import { readRequirementItems } from "./requirementItems.ts";

const COMMANDS: ReadonlySet<string> = new Set(["commands", "commands_pre", "commands_post"]);

export function readTox(text: string): Reading {
  const readings = readIni(text).map(({ section, key, lines }) => {
    if (key === "deps" || (key === "requires" && section === "tox")) return readRequirementLines(text, lines);
    return COMMANDS.has(key) ? readCommands(text, lines) : combineReadings([]);
  });
  return { ...combineReadings(readings), ignores: readIgnoredLines(text) };
}

/** `py{310,311}-django: django>=4`: which environments the line is for. */
const FACTORS = /^[\w {}.!,-]+:[ \t]+/;
/** The folder of the file itself, from which paths are taken anyway. */
const OWN_FOLDER = /\{(?:toxinidir|tox_root)\}[/\\]/;

function readRequirementLines(text: string, lines: readonly IniLine[]): Reading {
  return readRequirementItems(
    lines.map((line) => ({
      content: withoutOwnFolder(excerptOf(text, behindFactors(line))),
      removal: line.whole,
    })),
  );
}

function behindFactors({ text, span }: IniLine): { start: number; end: number } {
  return { start: span.start + (FACTORS.exec(text)?.[0].length ?? 0), end: span.end };
}

function withoutOwnFolder(line: ReturnType<typeof excerptOf>): typeof line {
  const folder = OWN_FOLDER.exec(line.text);
  if (folder === null) return line;
  const offset = line.locate({ start: 0, end: 0 }).start;
  const behind = folder.index + folder[0].length;
  return joinPieces([
    { text: line.text.slice(0, folder.index), offset },
    { text: line.text.slice(behind), offset: offset + behind },
  ]);
}

/** The lines of commands are one script, in which a backslash continues a line. */
function readCommands(text: string, lines: readonly IniLine[]): Reading {
  const script = joinPieces(
    lines.flatMap((line) => {
      const { start, end } = behindFactors(line);
      return [
        { text: text.slice(start, end), offset: start },
        { text: "\n", offset: end, length: 0 },
      ];
    }),
  );
  return relocate(readInstallCommands(script.text, "commands"), script);
}
