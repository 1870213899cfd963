/** The façade of the core: a text in, what it names and what is wrong with that out. */

import { readerFor } from "./readers/index.ts";
import {
  type IgnoreComment,
  nothingRead,
  type PackageReference,
  type Reading,
  type TextSpan,
} from "./reference.ts";
import type { Code } from "./rules/codes.ts";
import { type Flagged, judgeName, type NameToJudge, type Verdict } from "./rules/index.ts";
import type { World } from "./rules/rule.ts";

/** One written name that a rule flags. */
export interface Finding extends Flagged {
  readonly reference: PackageReference;
}

export interface CheckedText {
  readonly reading: Reading;
  /** In the order in which they are written. */
  readonly findings: readonly Finding[];
  /** How many further findings the policy's `maxProblems` cut off. */
  readonly cut: number;
}

export interface TextToRead {
  /** Chooses the reader: the path below the workspace folder, with `/` as separator. */
  readonly path: string;
  /** Chooses the reader where the path does not: the language id that the editor gives. */
  readonly languageId?: string;
  readonly text: string;
}

/** What a check needs to know beside the text. */
export interface CheckContext extends World {
  /** In an untrusted workspace comments cannot silence a finding. */
  readonly honourIgnoreComments: boolean;
}

/** Never throws. A text that no reader knows has no references. */
export function readText({ path, languageId, text }: TextToRead): Reading {
  return readerFor(path, languageId)?.read(text) ?? nothingRead;
}

/** Whether judging the references takes what the workspace holds, which is costly to find out: only imports do. */
export function asksForWorkspace({ references }: Reading): boolean {
  return references.some(({ kind }) => kind === "module");
}

/** Never throws. */
export function checkReading(reading: Reading, context: CheckContext): CheckedText {
  const judge = rememberVerdicts(context);
  const ignoreAt = followIgnores(context.honourIgnoreComments ? reading.ignores : []);
  const findings = reading.references.flatMap((reference): Finding[] => {
    const verdict = judge(reference);
    const ignore = ignoreAt(reference.span);
    if (verdict.code === null || (ignore && silences(ignore, verdict.code))) return [];
    return [{ ...verdict, reference }];
  });
  const shown = findings.slice(0, context.policy.maxProblems);
  return { reading, findings: shown, cut: findings.length - shown.length };
}

/** Verdicts of one check, so that a name written a thousand times is judged once. */
function rememberVerdicts(world: World): (reference: PackageReference) => Verdict {
  const verdicts = new Map<string, Verdict>();
  return (reference) => {
    const key = JSON.stringify(nameToJudge(reference));
    const known = verdicts.get(key);
    if (known) return known;
    const verdict = judgeReference(reference, world);
    verdicts.set(key, verdict);
    return verdict;
  };
}

/** The verdict on one written name, as {@link checkReading} comes to it. */
export function judgeReference(reference: PackageReference, world: World): Verdict {
  return judgeName(nameToJudge(reference), world);
}

function nameToJudge(reference: PackageReference): NameToJudge {
  const { kind, name } = reference;
  return kind === "module"
    ? { kind, name, guard: reference.guard }
    : { kind, name, direct: reference.direct, specifier: reference.specifier };
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
