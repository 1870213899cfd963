/** What shells disagree on: which characters separate words, continue a line, or stand for what a reader is to put in. */

import { skipAt } from "./characters.ts";

export interface ShellDialect {
  /** White space between words. */
  readonly blanks: RegExp;
  /** What stands before a line end to continue the line behind it, and the line end. */
  readonly continuation: RegExp;
  /** What is a part of a word and means nothing else. */
  readonly plain: RegExp;
  /** `<package>`, as documentation writes what the reader is to put in; null where that can only be a redirection. */
  readonly placeholder: RegExp | null;
}

const posix: ShellDialect = {
  blanks: /[ \t]*/y,
  continuation: /\\(?:\r\n|\r|\n)/y,
  plain: /[^ \t\r\n;&|()<>"'\\${]*/y,
  placeholder: null,
};

/** POSIX shells, PowerShell, where a backtick continues a line, and cmd, where `^` does. */
const anyShell: ShellDialect = {
  blanks: /[ \t\f\v\xa0]*/y,
  continuation: /[\\`^](?:\r\n|\r|\n)/y,
  plain: /[^ \t\f\v\xa0\r\n;&|()<>"'\\${]*/y,
  placeholder: /<[\w$](?:[^<>\r\n]{0,70}[^<>\s])?>/y,
};

/**
 * What a text with commands in it is: the `script` of a POSIX shell, `commands` of whichever shell there is, or `prose`,
 * where they are written down for people and sentences may stand beside them.
 */
export type CommandText = "script" | "commands" | "prose";

/** The ways in which a text may be read. Where a line end tells shells apart, what either of them would run counts. */
export function dialectsOf(kind: CommandText, text: string): readonly ShellDialect[] {
  if (kind === "script") return [posix];
  return /[`^][\r\n]/.test(text) ? [anyShell, posix] : [anyShell];
}

/** The offset behind white space and continued line ends. */
export function skipBlanks({ blanks, continuation }: ShellDialect, script: string, start: number): number {
  let end = skipAt(blanks, script, start);
  for (let next = skipAt(continuation, script, end); next > end; next = skipAt(continuation, script, end)) {
    end = skipAt(blanks, script, next);
  }
  return end;
}
