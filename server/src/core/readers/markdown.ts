/**
 * Markdown: the commands in fenced code blocks of shells, of terminals and of no language at all. Sentences are not read,
 * nor is other code, which documentation shows in fragments.
 */

import { nothingRead, type Reading, type TextSpan } from "../reference.ts";
import { readDockerfile } from "./dockerfile.ts";
import { combineReadings, excerptOf, relocate } from "./excerpt.ts";
import { readIgnoredLines } from "./ignoredLines.ts";
import { readInstallCommands } from "./installCommands.ts";
import { mentionsInstaller } from "./installers.ts";

export function readMarkdown(text: string): Reading {
  if (!mentionsInstaller(text)) return nothingRead;
  const readings = [...codeBlocks(text)].map((block) => readBlock(text, block));
  return { ...combineReadings(readings), ignores: readIgnoredLines(text) };
}

interface CodeBlock {
  /** In lower case; empty where there is none. */
  readonly language: string;
  readonly lines: readonly TextSpan[];
}

const LINES = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
/** Behind what quotes and lists put at the beginning of a line. */
const FENCE = /^(?:[ \t>]|[*+-][ \t]|\d{1,9}[.)][ \t]){0,99}(`{3,}|~{3,})[ \t]*(.*)$/s;

function* codeBlocks(text: string): Generator<CodeBlock> {
  let open: { fence: string; language: string; lines: TextSpan[] } | null = null;
  for (const { 1: line = "", index } of text.matchAll(LINES)) {
    const [, fence = "", info = ""] = FENCE.exec(line) ?? [];
    if (open === null) {
      if (fence !== "" && !info.includes("`")) open = { fence, language: languageOf(info), lines: [] };
    } else if (fence.startsWith(open.fence) && info.trim() === "") {
      yield open;
      open = null;
    } else {
      open.lines.push({ start: index, end: index + line.length });
    }
  }
  if (open !== null) yield open;
}

/** `bash`, `{.bash}`, `console title="x"`, `sh{1,2}`. */
function languageOf(info: string): string {
  return /^[{.\s]*([\w+#-]*)/.exec(info)![1]!.toLowerCase();
}

const SHELLS: ReadonlySet<string> = new Set(
  (
    " bash sh zsh fish ksh shell shell-script shellscript console terminal shell-session shellsession sh-session session " +
    "command cmd cmdline commandline bat batch dos powershell posh ps ps1 pwsh text txt plain plaintext none code"
  ).split(" "),
);
const PYTHONS: ReadonlySet<string> = new Set(["python", "python3", "py", "ipython", "ipython3", "jupyter"]);

function readBlock(text: string, { language, lines }: CodeBlock): Reading {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return nothingRead;
  const isDockerfile = language === "dockerfile" || language === "docker";
  const isPython = PYTHONS.has(language);
  if (!isDockerfile && !isPython && !SHELLS.has(language)) return nothingRead;

  const span = { start: first.start, end: last.end };
  const code = text.slice(span.start, span.end);
  if (!mentionsInstaller(code)) return nothingRead;
  if (isDockerfile) return relocate(readDockerfile(code), excerptOf(text, span));
  const commands = isPython ? commandsWith(MAGIC, text, lines) : commandsIn(text, lines);
  return combineReadings(
    commands.map((command) =>
      relocate(
        readInstallCommands(text.slice(command.start, command.end), "prose"),
        excerptOf(text, command),
      ),
    ),
  );
}

/** A virtual environment's name, a user and host, a folder, and then `$`; or what other shells put there. */
const PROMPT =
  /^[ \t>]*(?:\([\w .-]{1,40}\)[ \t]*)?(?:PS(?:[ \t][^>$%]{0,80})?>|[A-Za-z]:[^>]{0,80}>|(?:[\w.-]{1,40}@[^$%#>]{1,80})?[$%\u276f\u279c\u00bb])[ \t]+/u;
/** `!pip install x` and `%pip install x`, as notebooks take them. */
const MAGIC = /^[ \t>]*[!%]{1,2}(?=[\w{])/;
const CONTINUED = /[\\`^][ \t]*$/;

/** Where one line has a prompt, those without one show what the commands print. */
function commandsIn(text: string, lines: readonly TextSpan[]): TextSpan[] {
  const prompted = commandsWith(PROMPT, text, lines);
  return prompted.length > 0 ? prompted : commandsWith(/^[ \t>]*(?:[!%](?=\w))?/, text, lines);
}

/** The lines that begin so, without that beginning and with the lines that continue them. */
function commandsWith(beginning: RegExp, text: string, lines: readonly TextSpan[]): TextSpan[] {
  const commands: { start: number; end: number }[] = [];
  let isContinued = false;
  for (const { start, end } of lines) {
    const line = text.slice(start, end);
    const prefix = beginning.exec(line)?.[0];
    if (isContinued) commands.at(-1)!.end = end;
    else if (prefix !== undefined) commands.push({ start: start + prefix.length, end });
    isContinued = (isContinued || prefix !== undefined) && CONTINUED.test(line);
  }
  return commands;
}
