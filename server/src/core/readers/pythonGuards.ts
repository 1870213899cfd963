/**
 * Which imports may fail without harm: those in a `try` whose handler catches the `ImportError`, those in such a handler,
 * and those under `if TYPE_CHECKING:`. A block ends at the first line that is indented no further than its head.
 */

import type { ImportGuard } from "../reference.ts";
import { LETTER } from "./characters.ts";

export interface GuardTracker {
  /** To be told of every statement that begins its line: its first word, and the offset behind that. */
  enter(word: string, behindWord: number, indentation: number): void;
  /** To be told of every import; afterwards it is known by its place among them. */
  addImport(): void;
  /** Whether no block is open that could say anything of the imports so far, or of the next. */
  areClosed(): boolean;
  /** The guard of every import, once the whole text has been read. */
  guards(): (ImportGuard | null)[];
}

interface Block {
  readonly indentation: number;
  /** What guards an import inside, by this block or one around it. */
  guard: ImportGuard | null;
  /** The imports in the body of a `try`; `end` is null as long as the body goes on. */
  readonly body: { readonly first: number; end: number | null } | null;
}

export function trackGuards(text: string): GuardTracker {
  const blocks: Block[] = [];
  const known: (ImportGuard | null)[] = [];
  const caughtBodies: { first: number; end: number }[] = [];

  const matches = (sticky: RegExp, offset: number): boolean => {
    sticky.lastIndex = offset;
    return sticky.test(text);
  };

  function enter(word: string, behindWord: number, indentation: number): void {
    while (blocks.length > 0 && blocks.at(-1)!.indentation > indentation) blocks.pop();
    const sibling = blocks.at(-1)?.indentation === indentation ? blocks.pop()! : null;
    const outer = blocks.at(-1)?.guard ?? null;

    if (sibling?.body && word === "except") {
      const catches = matches(CATCHES_IMPORT_ERROR, behindWord);
      endBody(sibling.body, catches);
      blocks.push({ ...sibling, guard: catches ? (outer ?? "import-error") : outer });
    } else if (word === "try") {
      blocks.push({ indentation, guard: outer, body: { first: known.length, end: null } });
    } else if ((word === "if" || word === "elif") && matches(TYPE_CHECKING, behindWord)) {
      blocks.push({ indentation, guard: "type-checking", body: null });
    } else if (word === "with" && matches(SUPPRESSES_IMPORT_ERROR, behindWord)) {
      blocks.push({ indentation, guard: outer ?? "import-error", body: null });
    }
  }

  function endBody(body: NonNullable<Block["body"]>, catches: boolean): void {
    body.end ??= known.length;
    if (catches) caughtBodies.push({ first: body.first, end: body.end });
  }

  return {
    enter,
    addImport: () => known.push(blocks.at(-1)?.guard ?? null),
    areClosed: () => blocks.length === 0,
    guards: () => {
      if (caughtBodies.length === 0) return known;
      const depths = nestingDepths(known.length, caughtBodies);
      return known.map((guard, index) => guard ?? (depths[index]! > 0 ? "import-error" : null));
    },
  };
}

const WORD_END = `(?![${LETTER}_])`;
const IMPORT_ERRORS = `\\b(?:ImportError|ModuleNotFoundError|Exception|BaseException)${WORD_END}`;
/** Behind `except`: nothing, or one of the names before the colon or in the first parentheses. */
const CATCHES_IMPORT_ERROR = new RegExp(
  `[ \\t]*(?:\\*[ \\t]*)?(?![ \\t])(?::|\\([^():]*?${IMPORT_ERRORS}|[^():\\r\\n]*?${IMPORT_ERRORS})`,
  "y",
);
const SUPPRESSES_IMPORT_ERROR = new RegExp(
  `[ \\t]+(?:contextlib\\.)?suppress\\([^():]*?${IMPORT_ERRORS}`,
  "y",
);
const TYPE_CHECKING = /[ \t(]+(?:\w+\.)?TYPE_CHECKING[ \t)]*:/y;

/** In how many of the ranges each index lies, in time linear in both: bodies nest, so that marking one by one is not. */
function nestingDepths(length: number, ranges: readonly { first: number; end: number }[]): Int32Array {
  const depths = new Int32Array(length + 1);
  for (const { first, end } of ranges) {
    depths[first]! += 1;
    depths[end]! -= 1;
  }
  for (let index = 1; index < length; index++) depths[index]! += depths[index - 1]!;
  return depths;
}
