/** The options on a line of a requirements file: `-r file`, `--hash=sha256:…`, `--index-url https://…`. */

import type { TextSpan } from "../reference.ts";
import { BLANK, skipAt } from "./characters.ts";

/** All spans are ranges of the line that was read. */
export interface Option {
  /** With its hyphens: `-r`, `--hash`. In full where it is written short: `--extra-index` is `--extra-index-url`. */
  readonly name: string;
  /** Without quotes around it; empty where there is none. */
  readonly value: string;
  readonly valueSpan: TextSpan;
  /** Name and value with the white space before them. */
  readonly span: TextSpan;
}

/** Reads the options from `start` on. A word that is neither an option nor its value is passed over, as pip does. */
export function readOptions(line: string, start: number): Option[] {
  const options: Option[] = [];
  for (let position = start; position < line.length; ) {
    const word = wordAt(line, position);
    const nameEnd = endOfName(line, word);
    if (nameEnd === null) {
      position = word.end;
      continue;
    }
    const isSeparated = nameEnd === word.end;
    const value = isSeparated ? wordAt(line, word.end) : { start: nameEnd, end: word.end };
    const hasValue = line[value.start] !== "-" || !isSeparated;
    const end = hasValue ? value.end : word.end;
    const valueSpan = withoutQuotes(line, hasValue ? value : { start: end, end });
    options.push({
      name: fullName(line.slice(word.start, nameEnd).replace(/=$/, "")),
      value: line.slice(valueSpan.start, valueSpan.end),
      valueSpan,
      span: { start: position, end },
    });
    position = end;
  }
  return options;
}

/** The long options of pip's requirements files, which takes the beginning of one that no other has for it. */
const LONG_OPTIONS: readonly string[] = [
  ...["--index-url", "--pypi-url", "--extra-index-url", "--no-index", "--constraint", "--requirement"],
  ...["--editable", "--find-links", "--no-binary", "--only-binary", "--prefer-binary", "--require-hashes"],
  ...["--pre", "--trusted-host", "--use-feature", "--global-option", "--hash", "--config-settings"],
];

function fullName(written: string): string {
  const [meant, ...others] = LONG_OPTIONS.filter((option) => option.startsWith(written));
  return meant !== undefined && others.length === 0 ? meant : written;
}

const WHITE_SPACE = new RegExp(`[${BLANK}]*`, "y");
const PLAIN = new RegExp(`[^${BLANK}"']*`, "y");

/** The next word in a shell's sense: quotes hold white space. A quote that is never closed is a character like others. */
function wordAt(line: string, position: number): TextSpan {
  const start = skipAt(WHITE_SPACE, line, position);
  let end = skipAt(PLAIN, line, start);
  while (line[end] === '"' || line[end] === "'") {
    const closing = line.indexOf(line[end]!, end + 1);
    end = skipAt(PLAIN, line, (closing < 0 ? end : closing) + 1);
  }
  return { start, end };
}

/** The offset where a value may begin: `--name=|value`, `-n|value`. Null where the word is no option. */
function endOfName(line: string, word: TextSpan): number | null {
  const text = line.slice(word.start, word.end);
  if (!text.startsWith("-")) return null;
  if (!text.startsWith("--")) return Math.min(word.start + 2, word.end);
  const equals = text.indexOf("=");
  return equals < 0 ? word.end : word.start + equals + 1;
}

function withoutQuotes(line: string, { start, end }: TextSpan): TextSpan {
  const quote = line[start];
  const isQuoted = end - start >= 2 && (quote === '"' || quote === "'") && line[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
