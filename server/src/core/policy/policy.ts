/** What the people who use Namesake have decided: the settings in force for one file, complete and valid. */

import { matchAny } from "../globs.ts";
import type { Code } from "../rules/codes.ts";
import { makeNameRules, type NameRule, type NameRules, type Origin } from "./nameRules.ts";
import type { PolicyProblem } from "./problem.ts";
import { type LayerSettings, readLayer, type severities } from "./readLayer.ts";
import { type SingleValues, singleKeys, singleSettings } from "./singleSettings.ts";

export { severities } from "./readLayer.ts";
export type Severity = (typeof severities)[number];

export interface Policy extends SingleValues {
  readonly trusted: NameRules;
  readonly blocked: NameRules;
  /** Names that come from the team's own index: neither unknown nor look-alikes. */
  readonly private: NameRules;
  /** Only codes whose severity somebody set. */
  readonly severity: ReadonlyMap<Code, Severity | "off">;
}

/** The settings of one scope as they were found, nothing checked. */
export interface PolicyLayer {
  readonly origin: Origin;
  /** An object with the keys below `namesake.`, such as `{ "trustedPackages": { … } }`. */
  readonly values: unknown;
  /** False in an untrusted workspace: the layer may then block names but not trust names or switch anything off. */
  readonly mayRelax: boolean;
  /** The file has mistakes in its syntax, so that something may be missing. */
  readonly malformed?: boolean;
  /** Why the file could not be read, in words for people: there is one, but what it says is not known. */
  readonly unreadable?: string;
  /** Nobody else keeps anything here, so that a key which we do not know is a slip of the pen. So it is with every policy file. */
  readonly holdsOnlyOurs?: boolean;
}

/**
 * Merges the layers, the nearest scope last: user, workspace, folder, and after them the repository's policy files.
 * Lists add up; of single values the last counts; what any layer requires or blocks, no other can undo.
 * @param today UTC day, `YYYY-MM-DD`
 */
export function readPolicy(
  layers: readonly PolicyLayer[],
  today: string,
): { readonly policy: Policy; readonly problems: readonly PolicyProblem[] } {
  const problems: PolicyProblem[] = [];
  const read = layers.map((layer) => ({ ...readLayer(layer, problems), mayRelax: layer.mayRelax }));
  const relaxing = read.filter(({ mayRelax }) => mayRelax);
  const single = mergeSingles(read);
  const trusted = relaxing.flatMap(({ lists }) => lists.trustedPackages);
  const counts = (rule: NameRule): boolean => !single["trust.requireReason"] || rule.reason !== null;
  problems.push(...trusted.filter((rule) => !counts(rule)).map(withoutReason));
  const policy: Policy = {
    ...single,
    trusted: makeNameRules(trusted.filter(counts), today),
    blocked: makeNameRules(
      read.flatMap(({ lists }) => lists.blockedPackages),
      today,
    ),
    private: makeNameRules(
      relaxing.flatMap(({ lists }) => lists.privatePackages),
      today,
    ),
    severity: new Map(relaxing.flatMap(({ severity }) => [...severity])),
  };
  return { policy, problems };
}

/** Whether the policy wants the file looked at. `exclude` wins. */
export function isWatched(path: string, { include, exclude }: Policy): boolean {
  return (include.length === 0 || matchAny(include)(path)) && !matchAny(exclude)(path);
}

/** The same of a folder whose files are not known. */
export function isFolderWatched(path: string, { exclude }: Policy): boolean {
  return !matchAny(exclude)(path === "" ? "any" : `${path}/any`);
}

function mergeSingles(read: readonly (LayerSettings & { readonly mayRelax: boolean })[]): SingleValues {
  const merged = singleKeys.map((key) => {
    const { initial, merge } = singleSettings[key];
    const found = read
      .filter(({ mayRelax }) => mayRelax || merge === "strictest")
      .map(({ single }) => single[key])
      .filter((value) => value !== undefined);
    return [key, merge === "strictest" ? found.includes(true) : (found.at(-1) ?? initial)];
  });
  return Object.fromEntries(merged) as SingleValues;
}

function withoutReason({ key, origin }: NameRule): PolicyProblem {
  return { origin, key: `namesake.trustedPackages.${key}`, kind: "reason", found: "", expected: "" };
}
