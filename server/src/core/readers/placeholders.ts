/**
 * Words that documentation writes where the reader is to put a name in: `your-package`, `PACKAGE_NAME`, `<package>`.
 * Nobody is warned of them, though PyPI may well have such names.
 */

/** Few of them, since they can be told apart in several ways: `another` is `an` with `other`. */
const QUALIFIER =
  "(?:a|an|another|any|custom|demo|example|extra|more|my|new|other|some|sample|target|that|the|this|your)";
const THING =
  "(?:app(?:lication)?|dep|dependency|dependencies|dist(?:ribution)?|extension|lib(?:rary)?|libraries|module|package|pkg" +
  "|plugin|program|project|requirement|script|tool)";
const PLACEHOLDER = new RegExp(
  `^(?:(?:${QUALIFIER}[-_.]?){0,5}(?:python|py)?[-_.]?${THING}s?[-_.]?(?:name|names|here|version|x|[a-z]|\\d+)?` +
    `|(?:${QUALIFIER}[-_.]){0,5}name|foo|bar|baz|foobar|qux|x{2,}|y{3,})$`,
  "i",
);
/** Words between quotation marks of print, or dots that stand for what is left out: `“requests”`, `…`. */
const PRINTED = /[\p{Pi}\p{Pf}\u2026]/u;

export function isPlaceholder(name: string): boolean {
  return PLACEHOLDER.test(name) || PRINTED.test(name) || !/[\p{L}\p{N}]/u.test(name);
}
