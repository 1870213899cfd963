/** The documents of a text in YAML, by way of the `yaml` package: half-typed text as well as can be, and in bounded time. */

import { Composer, type CST, isAlias, isMap, isSeq, Lexer, type Node, Parser } from "yaml";

/** A node as the package composes it. */
type ComposedNode = Node & { anchor?: string };

/** In levels of collections. The package calls itself for every level, and more than people write would exhaust the stack. */
const deepest = 100;

/**
 * The roots of all documents, in which no alias is left: what it stands for stands in its place. So a node can be reached
 * by many ways, even from within itself.
 * @returns null where collections are nested too deeply
 */
export function readDocuments(text: string): readonly Node[] | null {
  const written = compose(text);
  const mended = written?.errors ? compose(withoutOpenQuotes(text)) : null;
  const best = mended !== null && mended.errors <= written!.errors ? mended : written;
  return best?.roots.map(withoutAliases) ?? null;
}

interface Composed {
  readonly roots: readonly Node[];
  /** How many mistakes the package sees. */
  readonly errors: number;
}

/**
 * By hand, since the package's own functions make an `Error` of every mistake, which takes many times as long as to read
 * on: a text full of them took seconds.
 */
function compose(text: string): Composed | null {
  const roots: Node[] = [];
  let errors = 0;
  const parser = new Parser();
  const composer = new Composer({
    // All scalars are strings, so that `1.10` stays what it is.
    schema: "failsafe",
    strict: false,
    uniqueKeys: false,
  });
  Object.assign(composer, { onError: () => errors++ });
  const add = (tokens: Iterable<CST.Token>) => {
    for (const token of tokens) {
      if (token.type === "error") errors++;
      else keep(composer.next(token));
    }
  };
  const keep = (documents: ReturnType<Composer["next"]>) => {
    for (const { contents } of documents) if (contents) roots.push(contents);
  };
  for (const lexeme of new Lexer().lex(text)) {
    add(parser.next(lexeme));
    if (parser.stack.length > deepest) return null;
  }
  add(parser.end());
  keep(composer.end());
  return { roots, errors };
}

/**
 * A quote that its own line does not close is mostly one that is being typed, and would take in the rest of the file.
 * A blank in its place keeps all offsets.
 */
function withoutOpenQuotes(text: string): string {
  return text.replace(/[^\r\n]+/g, (line) => {
    const last = [line.lastIndexOf('"'), line.lastIndexOf("'")];
    const open = last.filter((place) => place === 0 || BEFORE_QUOTE.test(line[place - 1] ?? ""));
    return open.reduce((left, place) => `${left.slice(0, place)} ${left.slice(place + 1)}`, line);
  });
}

/** What a quote begins a text behind; behind a letter it is an apostrophe. */
const BEFORE_QUOTE = /[\s:,[{-]/;

/** An alias stands for what the last anchor of its name before it marks; where there is none, for nothing. */
function withoutAliases(root: Node): Node {
  const anchors = new Map<string, Node>();
  return resolve(root) ?? root;

  function resolve(node: ComposedNode | null): Node | null {
    if (isAlias(node)) return anchors.get(node.source) ?? null;
    if (node?.anchor !== undefined) anchors.set(node.anchor, node);
    if (isMap<Node, Node | null>(node)) {
      for (const pair of node.items) {
        pair.key = resolve(pair.key) ?? pair.key;
        pair.value = resolve(pair.value);
      }
    } else if (isSeq<Node>(node)) node.items = node.items.flatMap((item) => resolve(item) ?? []);
    return node;
  }
}
