/** The façade of the core: a text in, what it names and what is wrong with that out. */

import { resolveInclude } from "./includes.ts";
import { normalizeName } from "./names.ts";
import { type PrivateIndex, privateIndexBesidePyPi } from "./packageIndexes.ts";
import { severities } from "./policy/policy.ts";
import { readAlsoAsRequirements } from "./readers/includedRequirements.ts";
import { type Reader, readerFor, readerForLanguage, requirementsReader } from "./readers/index.ts";
import {
  type FileInclude,
  type IgnoreComment,
  nothingRead,
  type PackageReference,
  type Reading,
  type TextSpan,
} from "./reference.ts";
import type { Code } from "./rules/codes.ts";
import { type Flagged, judgeName, type NameToJudge, type Verdict } from "./rules/index.ts";
import { rememberFlags } from "./rules/rememberFlags.ts";
import type { World } from "./rules/rule.ts";
import type { Declaration, WorkspaceFacts } from "./workspaceFacts.ts";

/** A text as its reader took it, with the file that it is of. */
export interface ReadText extends Reading {
  readonly path: string;
  /** By its id; null where no reader knows the text. */
  readonly format: string | null;
  readonly role: Reader["role"] | null;
  readonly text: string;
}

/** One written name that a rule flags. */
export interface Finding extends Flagged {
  readonly reference: PackageReference;
  /** In a lock, which a tool writes: where the project's own files ask for the name, so that it is changed there. */
  readonly askedFor: Declaration | null;
}

export interface CheckedText {
  readonly reading: ReadText;
  /** In the order in which they are written. */
  readonly findings: readonly Finding[];
  /** How many further findings the policy's `maxProblems` cut off, none graver than those that are left. */
  readonly cut: number;
}

export interface TextToRead {
  /** Chooses the reader: the path below the workspace folder, with `/` as separator. */
  readonly path: string;
  /** Chooses the reader where the path does not: the language id that the editor gives. */
  readonly languageId?: string | undefined;
  /** True where the text is a notebook's cell and the path the notebook's: then the language alone chooses the reader. */
  readonly isCell?: boolean;
  /** True where a manifest takes the file in: pip and setuptools read it as requirements then, whatever it is called. */
  readonly isIncluded?: boolean;
  readonly text: string;
}

/** What a check needs to know beside the text. */
export interface CheckContext extends World {
  /** In an untrusted workspace comments cannot silence a finding. */
  readonly honourIgnoreComments: boolean;
}

/**
 * Never throws. A text that no reader knows has no references.
 * @param before the same file as it was read earlier: what was not edited since need not be read again
 */
export function readText(
  { path, languageId, isCell = false, isIncluded = false, text }: TextToRead,
  before: ReadText | null = null,
): ReadText {
  const named = isCell ? readerForLanguage(languageId) : readerFor(path, languageId);
  const reader = named ?? (isIncluded ? requirementsReader : null);
  const reading =
    reader?.reread && before?.path === path ? reader.reread(text, before.text, before) : reader?.read(text);
  const file = {
    path,
    format: reader?.id ?? null,
    role: reader?.role ?? null,
    text,
    ...(reading ?? nothingRead),
  };
  return isIncluded && reader !== requirementsReader ? readAlsoAsRequirements(file) : file;
}

/**
 * What judging the references takes of what the workspace says, which is costly to find out: imports take all of it, the
 * names of a lock where the project asks for them, a text that has other names for pip whether a manifest takes it in,
 * and those of other files nothing.
 */
export function factsNeeded(reading: ReadText): "all" | "without locks" | "none" {
  if (reading.references.some(({ kind }) => kind === "module")) return "all";
  return reading.role === "lock" || hasMoreIfIncluded(reading) ? "without locks" : "none";
}

function hasMoreIfIncluded(reading: ReadText): boolean {
  if (reading.format === null) return true;
  if (reading.format === requirementsReader.id) return false;
  return readAlsoAsRequirements(reading).references.length > reading.references.length;
}

/** What the text takes in from outside the workspace folder, where nothing is followed. */
export function includesElsewhere({ includes, path }: ReadText): FileInclude[] {
  return includes.filter((include) => resolveInclude(path, include.path) === null);
}

/** Never throws. */
export function checkReading(reading: ReadText, context: CheckContext): CheckedText {
  const privateIndex = privateIndexBesidePyPi(reading.indexes);
  const flagOn = rememberFlags(context);
  const ignoreAt = followIgnores(context.honourIgnoreComments ? reading.ignores : []);
  const findings: Finding[] = [];
  for (const reference of reading.references) {
    const flagged = flagOn(inFile(reference, privateIndex));
    if (flagged === null) continue;
    const ignore = ignoreAt(reference.span);
    if (ignore && silences(ignore, flagged.code)) continue;
    findings.push({ ...flagged, reference, askedFor: askedFor(reference, reading, context.workspace) });
  }
  const shown = worstOf(findings, context.policy.maxProblems);
  return { reading, findings: shown, cut: findings.length - shown.length };
}

/** So many of the gravest, in the order of the text: made-up names before malware must not hide it. */
function worstOf(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const gravestFirst = severities.flatMap((each) => findings.filter(({ severity }) => severity === each));
  const kept = new Set(gravestFirst.slice(0, most));
  return findings.filter((finding) => kept.has(finding));
}

function askedFor(
  { name }: PackageReference,
  { role, path }: ReadText,
  { declared }: WorkspaceFacts,
): Declaration | null {
  const place = role === "lock" ? declared.get(normalizeName(name)) : undefined;
  return place && place.path !== path ? place : null;
}

/** The verdict on one written name, as {@link checkReading} comes to it. */
export function judgeReference(reference: PackageReference, reading: Reading, world: World): Verdict {
  return judgeName(inFile(reference, privateIndexBesidePyPi(reading.indexes)), world);
}

/** What the place of a name says about it, by itself and by the file that it stands in. */
function inFile(reference: PackageReference, privateIndex: PrivateIndex | null): NameToJudge {
  const { kind, name } = reference;
  return kind === "module"
    ? { kind, name, guard: reference.guard }
    : { kind, name, direct: reference.direct, specifier: reference.specifier, privateIndex };
}

/** The ignore comment of the line that a span lies in. Spans must be asked for in the order of the text, so that each comment is passed once. */
function followIgnores(ignores: readonly IgnoreComment[]): (span: TextSpan) => IgnoreComment | undefined {
  let next = 0;
  return ({ start }) => {
    while (next < ignores.length && ignores[next]!.line.end < start) next += 1;
    const ignore = ignores[next];
    return ignore && ignore.line.start <= start ? ignore : undefined;
  };
}

function silences({ codes }: IgnoreComment, code: Code): boolean {
  return codes.length === 0 || codes.includes(code);
}
