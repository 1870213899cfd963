/**
 * Which strings and variables of a Python expression can become part of its value: items of lists, values of dictionaries, both
 * sides of `+`, `or` and `if … else`; neither keys, conditions, subscripts nor the arguments of calls. Nothing is run.
 */

import type { TextSpan } from "../reference.ts";
import { matchAt, skipAt } from "./characters.ts";
import type { Excerpt } from "./excerpt.ts";
import type { Value } from "./pythonAssignments.ts";
import { skipBlank, stringsAt } from "./pythonStrings.ts";

export interface FlowVisitor {
  /** @param item its place where it is the whole item of a list or tuple, else null */
  string(content: Excerpt, item: TextSpan | null, isSplitAtBlanks: boolean): void;
  name(name: string): void;
}

/** Whose value is made of what they are given. */
const BUILDERS: ReadonlySet<string> = new Set([
  ...["list", "tuple", "set", "frozenset", "sorted", "reversed", "dict", "sum"],
]);
/** Behind which an operand follows. */
const KEYWORDS: ReadonlySet<string> = new Set(["and", "or", "not", "in", "is", "for"]);

interface Bracket {
  readonly opening: string;
  /** Where what stands in it begins. */
  readonly start: number;
  /** Whether nothing in it counts, or nothing more. */
  isPassedOver: boolean;
  isInCondition: boolean;
  /** Whether what comes is the value of a key. */
  isBehindKey: boolean;
}

const STRING_START = /[A-Za-z]{0,2}"/y;
const WORD = /[A-Za-z_]\w*/y;
const OPERATOR = /\*\*|[=!<>]=|[\s\S]/y;
/** A loop whose items are those it goes through; of every other, they are only what its items are made of. */
const LOOP_OVER_ITEMS = /\s*([A-Za-z_]\w*)\s+for\s+\1\s+in\b/y;
const COMPARING: ReadonlySet<string> = new Set(["==", "!=", "<=", ">=", "<", ">", "in", "is", "not"]);
const COMPARISON = /(?:[=!<>]=|[<>]|in\b|is\b|not\b)/y;
/** A string with more in it than a name, so that what is put behind it does not go on with the name. */
const MORE_THAN_NAME = /[\s<>=!~;@[(]/;

/** Walks an expression; a half-typed one ends at its limit at the latest. */
export function walkFlow(
  text: string,
  code: string,
  { start, limit, isInBrackets: isArgument }: Value,
  visitor: FlowVisitor,
): void {
  const outermost = bracket(isArgument ? "argument" : "", start, false);
  const brackets: Bracket[] = [outermost];
  /** The last token: a bracket or operator, or what kind of operand it was. */
  let before = "";
  let wasStringBeforePlus = false;
  let calls = false;

  for (let position = start; ; ) {
    const inner = brackets.at(-1)!;
    const isInBrackets = inner.opening !== "";
    position = skipBlank(code, position, isInBrackets);
    if (position >= limit) return;
    const counts = !inner.isPassedOver && !inner.isInCondition && before !== "%" && before !== ".";

    const isBehindOperand = before === "name" || before === ")";
    const isString = skipAt(STRING_START, code, position) > position;
    // No operator between them: what is typed has lost its comma, and the next argument or statement begins.
    if (isString && inner === outermost && isBehindOperand) return;
    if (isString) {
      const { content, end } = stringsAt(text, code, position, isInBrackets)!;
      const next = skipBlank(code, end, isInBrackets);
      if (counts && isValue(content.text, next)) {
        const isItem =
          (before === "," || before === inner.opening) &&
          (inner.opening === "[" || inner.opening === "(") &&
          /[,)\]]/.test(code.charAt(next));
        visitor.string(content, isItem ? { start: position, end } : null, code.startsWith(".split()", next));
      }
      before = "string";
      position = end;
      continue;
    }

    const word = matchAt(WORD, code, position);
    if (word !== null) {
      position += word.length;
      calls = before !== "." && BUILDERS.has(word);
      if (word === "if") inner.isInCondition = true;
      if (word === "else") inner.isInCondition = false;
      if (word === "for" && !inner.isPassedOver) {
        const end = skipAt(LOOP_OVER_ITEMS, code, inner.start);
        if (end > position) position = end;
        else inner.isPassedOver = true;
      }
      if (word === "if" || word === "else" || KEYWORDS.has(word)) {
        before = word;
        continue;
      }
      if (counts && isVariable(skipBlank(code, position, isInBrackets), inner)) visitor.name(word);
      before = "name";
      continue;
    }

    const token = matchAt(OPERATOR, code, position)!;
    position += token.length;
    if ("([{".includes(token)) {
      const isBuilt = token === "(" && calls;
      const isValue = counts && !isBehindComparison() && (!isBehindOperand || isBuilt);
      brackets.push(bracket(token, position, !isValue));
      before = token;
      continue;
    }
    if (")]}".includes(token)) {
      if (inner === outermost) return;
      brackets.pop();
      before = ")";
      continue;
    }
    if (inner === outermost && /[,;:\r\n]/.test(token)) return;
    // Within a list nothing is assigned, nor within an argument: it has lost its end.
    if (token === "=" && isInBrackets && inner.opening !== "(") return;
    if (token === ",") inner.isInCondition = false;
    if (token === "," || token === ":") inner.isBehindKey = token === ":";
    wasStringBeforePlus = before === "string";
    before = token;
  }

  function isValue(content: string, next: number): boolean {
    if (code[next] === ":" || isCompared(next)) return false;
    if (before === "+") return false;
    return code[next] !== "+" || MORE_THAN_NAME.test(content);
  }

  function isVariable(next: number, { opening, isBehindKey }: Bracket): boolean {
    const character = code.charAt(next);
    if (character === "." || character === "(" || character === "[" || isCompared(next)) return false;
    if (character === ":" || character === "=") return false;
    if (before !== "+" && character !== "+") return true;
    // Strings that are put together are no requirement each; lists that are stand in no other.
    if (opening === "[" || (opening === "{" && !isBehindKey)) return false;
    if (before === "+" && wasStringBeforePlus) return false;
    const other = skipBlank(code, next + 1, true);
    return character !== "+" || skipAt(STRING_START, code, other) === other;
  }

  function isCompared(next: number): boolean {
    return isBehindComparison() || skipAt(COMPARISON, code, next) > next;
  }

  function isBehindComparison(): boolean {
    return COMPARING.has(before);
  }
}

function bracket(opening: string, start: number, isPassedOver: boolean): Bracket {
  return { opening, start, isPassedOver, isInCondition: false, isBehindKey: false };
}
