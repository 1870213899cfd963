/** What is open at a place of a shell's text: commands in parentheses, quotes and braces in any depth. */

import type { TextSpan } from "../reference.ts";

/** A word as it is written, with its quotes. */
export interface WrittenWord extends TextSpan {
  /** The outermost `$(…)` in it: what comes out of them is not in the text. */
  readonly substitutions: readonly TextSpan[];
}

/** The words of one command, in the order of the text. */
export type WrittenCommand = readonly WrittenWord[];

export type Nesting =
  | OpenCommands
  | { readonly kind: "quotes"; readonly start: number; readonly owner: OpenCommands | null }
  | { readonly kind: "braces"; readonly isQuoted: boolean; readonly owner: OpenCommands | null }
  | { readonly kind: "text"; readonly owner: null };

/** Commands joined by `|`, and whether one of them is a shell, which runs what the others hand it. */
export interface Pipeline {
  isRun: boolean;
}

export interface OpenCommands {
  readonly kind: "commands";
  /** The commands around it, in whose word it stands. */
  readonly owner: OpenCommands | null;
  /** The offset of `$(`; null where the commands are no part of a word. */
  readonly substitution: number | null;
  /** The words of the command that is being read. */
  words: WrittenWord[];
  /** The word that is being read; null between words. */
  word: { readonly start: number; readonly substitutions: TextSpan[] } | null;
  /** The operator whose target the next word is. */
  redirection: string | null;
  /** Whether nothing but keywords stood in the command up to here. */
  isAtStart: boolean;
  /** How many `case` wait for their `esac`: a parenthesis may close a pattern of theirs. */
  cases: number;
  pipeline: Pipeline;
  /** Whether the command before ends with `|`. */
  isPiped: boolean;
}

export function newCommands(owner: OpenCommands | null, substitution: number | null): OpenCommands {
  return {
    kind: "commands",
    owner,
    substitution,
    words: [],
    word: null,
    redirection: null,
    isAtStart: true,
    cases: 0,
    pipeline: { isRun: false },
    isPiped: false,
  };
}

/** The commands to whose word belongs what is opened next. */
export function ownerOf(nesting: Nesting): OpenCommands | null {
  return nesting.kind === "commands" ? nesting : nesting.owner;
}

/** Adds a word to the command that is being read. */
export function addWord(commands: OpenCommands, word: WrittenWord, text: string): void {
  commands.words.push(word);
  if (!commands.isAtStart) return;
  if (text === "case") commands.cases++;
  if (text === "esac") commands.cases = Math.max(0, commands.cases - 1);
  commands.isAtStart = /^(?:[!{]|then|do|else|if|elif|while|until|time|esac)$/.test(text);
}

/** Takes the words of the command that ends here. */
export function takeCommand(commands: OpenCommands): WrittenCommand {
  const { words } = commands;
  if (words.length > 0) commands.isPiped = false;
  commands.words = [];
  commands.redirection = null;
  commands.isAtStart = true;
  return words;
}
