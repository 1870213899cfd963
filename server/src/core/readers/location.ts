/** URLs and paths that stand where a requirement may stand, and the distribution name that some of them carry. */

import type { TextSpan } from "../reference.ts";
import { BLANK, LETTER } from "./characters.ts";

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const PATH = /^(?:[.~]|[^\s@;=<>![(]*[/\\])/;
const ARCHIVE =
  /^[^\s@;[]+\.(?:whl|zip|tgz|tbz|txz|tlz|tar|tar\.(?:gz|bz2|xz|lz|lzma))(?:\[[^\]]*\])?\s*(?:;|$)/i;

/** Whether pip looks at the text as a URL or a path, rather than as a name. */
export function isLocation(text: string): boolean {
  return SCHEME.test(text) || PATH.test(text) || ARCHIVE.test(text);
}

const NAME = `[${LETTER}](?:[${LETTER}._-]*[${LETTER}])?`;
const EGG = new RegExp(`[#&]egg=(${NAME})(?:$|[${BLANK}&;[=<>!~])`, "d");
/** The file name of PEP 427: `name-version(-build)-python-abi-platform.whl`. The name has no hyphen in it. */
const WHEEL = new RegExp(`(?:^|[/\\\\])([${LETTER}._]+)-[^/\\\\${BLANK}]*\\.whl(?:$|[${BLANK}?#;[])`, "di");

/** Where the location names its distribution: in `#egg=name` or in a wheel's file name. Null where it names none. */
export function nameInLocation(text: string): TextSpan | null {
  const match = EGG.exec(text) ?? WHEEL.exec(text);
  if (match === null) return null;
  const [start, end] = match.indices![1]!;
  return { start, end };
}
