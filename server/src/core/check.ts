/** The façade of the core: a text in, what it names and what is wrong with that out. */

import { readerFor } from "./readers/index.ts";
import type { IgnoreComment, PackageReference, Reading } from "./reference.ts";
import { type Flagged, judgeName, type Verdict } from "./rules/index.ts";
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
  return readerFor(path, languageId)?.read(text) ?? { references: [], ignores: [], includes: [] };
}

/** Whether judging the references takes what the workspace holds, which is costly to find out: only imports do. */
export function asksForWorkspace({ references }: Reading): boolean {
  return references.some(({ kind }) => kind === "module");
}

/** Never throws. */
export function checkReading(reading: Reading, context: CheckContext): CheckedText {
  const judge = rememberVerdicts(context);
  const ignores = context.honourIgnoreComments ? reading.ignores : [];
  const findings = reading.references.flatMap((reference): Finding[] => {
    const verdict = judge(reference);
    if (verdict.code === null || isIgnored(reference, verdict, ignores)) return [];
    return [{ ...verdict, reference }];
  });
  const shown = findings.slice(0, context.policy.maxProblems);
  return { reading, findings: shown, cut: findings.length - shown.length };
}

/** Verdicts of one check, so that a name written a thousand times is judged once. */
function rememberVerdicts(world: World): (reference: PackageReference) => Verdict {
  const verdicts = new Map<string, Verdict>();
  return (reference) => {
    const circumstance = reference.kind === "module" ? reference.guard : reference.direct;
    const key = `${reference.kind} ${circumstance} ${reference.name}`;
    const known = verdicts.get(key);
    if (known) return known;
    const verdict = judgeReference(reference, world);
    verdicts.set(key, verdict);
    return verdict;
  };
}

/** The verdict on one written name, as {@link checkReading} comes to it. */
export function judgeReference(reference: PackageReference, world: World): Verdict {
  return judgeName(
    {
      kind: reference.kind,
      name: reference.name,
      direct: reference.kind === "distribution" && reference.direct,
      guard: reference.kind === "module" ? reference.guard : null,
    },
    world,
  );
}

function isIgnored(
  { span }: PackageReference,
  { code }: Flagged,
  ignores: readonly IgnoreComment[],
): boolean {
  return ignores.some(
    ({ line, codes }) =>
      line.start <= span.start && span.end <= line.end && (codes.length === 0 || codes.includes(code)),
  );
}
