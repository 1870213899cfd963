/** What the people who use Namesake have decided: the settings in force for one file, complete and valid. */

import { matchAny } from "../globs.ts";
import type { Sensitivity } from "../lookalike/index.ts";
import { type Code, codes } from "../rules/codes.ts";
import {
  isDay,
  isNameOrPattern,
  makeNameRules,
  type NameRule,
  type NameRules,
  type Origin,
} from "./nameRules.ts";

export const severities = ["error", "warning", "information", "hint"] as const;
export type Severity = (typeof severities)[number];

export interface Policy {
  readonly enable: boolean;
  readonly trusted: NameRules;
  readonly blocked: NameRules;
  /** Only codes whose severity somebody set. */
  readonly severity: ReadonlyMap<Code, Severity | "off">;
  readonly sensitivity: Sensitivity;
  /** Globs, against the path below the workspace folder. Empty means every supported file. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** At most so many problems are shown for one file. */
  readonly maxProblems: number;
}

/** The settings of one scope as they were found, nothing checked. */
export interface PolicyLayer {
  readonly origin: Origin;
  /** An object with the keys below `namesake.`, such as `{ "trustedPackages": { … } }`. */
  readonly values: unknown;
  /** False in an untrusted workspace: the layer may then block names but not trust names or switch anything off. */
  readonly mayRelax: boolean;
}

/** A setting that was ignored, alone, because its value is wrong. */
export interface PolicyProblem {
  readonly origin: Origin;
  /** The key as people write it: `namesake.severity.typosquat`. */
  readonly key: string;
  readonly kind: "type" | "choice" | "name" | "date";
  /** What stands there, cut to a readable length. */
  readonly found: string;
  /** What could stand there. */
  readonly expected: string;
}

/**
 * Merges the layers, the nearest scope last. Lists add up over the scopes; of single values the last one counts.
 * @param today UTC day, `YYYY-MM-DD`
 */
export function readPolicy(
  layers: readonly PolicyLayer[],
  today: string,
): { readonly policy: Policy; readonly problems: readonly PolicyProblem[] } {
  const problems: PolicyProblem[] = [];
  const trusted: NameRule[] = [];
  const blocked: NameRule[] = [];
  const severity = new Map<Code, Severity | "off">();
  let single = {
    enable: true,
    sensitivity: "balanced" as Sensitivity,
    include: [] as readonly string[],
    exclude: [] as readonly string[],
    maxProblems: 100,
  };
  for (const layer of layers) {
    const read = readLayer(layer, problems);
    blocked.push(...read.blocked);
    if (!layer.mayRelax) continue;
    trusted.push(...read.trusted);
    for (const [code, level] of read.severity) severity.set(code, level);
    single = { ...single, ...read.single };
  }
  const policy: Policy = {
    ...single,
    trusted: makeNameRules(trusted, today),
    blocked: makeNameRules(blocked, today),
    severity,
  };
  return { policy, problems };
}

/** Whether the policy wants the file looked at. `exclude` wins. */
export function isWatched(path: string, { include, exclude }: Policy): boolean {
  return (include.length === 0 || matchAny(include)(path)) && !matchAny(exclude)(path);
}

function readLayer(layer: PolicyLayer, problems: PolicyProblem[]) {
  const values = isRecord(layer.values) ? layer.values : {};
  const report = (key: string, kind: PolicyProblem["kind"], found: unknown, expected: string): undefined => {
    problems.push({ origin: layer.origin, key: `namesake.${key}`, kind, found: show(found), expected });
    return undefined;
  };
  const choice = <Choice extends string>(
    key: string,
    found: unknown,
    choices: readonly Choice[],
  ): Choice | undefined =>
    choices.find((each) => each === found) ?? report(key, "choice", found, choices.join(", "));

  const severity = new Map<Code, Severity | "off">();
  for (const [code, level] of entries("severity")) {
    const known = choice("severity", code, codes);
    const read = choice(`severity.${code}`, level, [...severities, "off"]);
    if (known && read) severity.set(known, read);
  }
  return {
    trusted: [...nameRules("trustedPackages")],
    blocked: [...nameRules("blockedPackages")],
    severity,
    single: {
      ...present("enable", (found) =>
        typeof found === "boolean" ? found : report("enable", "type", found, "true, false"),
      ),
      ...present("sensitivity", (found) =>
        choice("sensitivity", found, ["quiet", "balanced", "strict"] as const),
      ),
      ...present("include", (found) => globs("include", found)),
      ...present("exclude", (found) => globs("exclude", found)),
      ...present("maxProblems", (found) =>
        typeof found === "number" && Number.isInteger(found) && found >= 1
          ? found
          : report("maxProblems", "type", found, "1, 2, 3, …"),
      ),
    },
  };

  /** The property alone in an object, so that an absent or wrong value overrides nothing when objects are spread. */
  function present<Key extends string, Value>(
    key: Key,
    read: (found: unknown) => Value | undefined,
  ): { readonly [K in Key]?: Value } {
    const found = values[key];
    const value = found === undefined || found === null ? undefined : read(found);
    return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
  }

  function entries(key: string): [string, unknown][] {
    const found = values[key];
    if (found === undefined || found === null) return [];
    if (isRecord(found)) return Object.entries(found);
    report(key, "type", found, "{ … }");
    return [];
  }

  function globs(key: string, found: unknown): string[] | undefined {
    if (!Array.isArray(found)) return report(key, "type", found, '["**/*.txt"]');
    return found.filter((glob): glob is string => {
      if (typeof glob === "string" && glob !== "") return true;
      report(key, "type", glob, '"**/*.txt"');
      return false;
    });
  }

  function* nameRules(key: string): Iterable<NameRule> {
    for (const [name, value] of entries(key)) {
      if (!isNameOrPattern(name)) {
        report(`${key}.${name}`, "name", name, "acme-core, acme-*");
        continue;
      }
      const details = isRecord(value) ? value : {};
      if (!isRecord(value)) report(`${key}.${name}`, "type", value, "{}");
      const expires = text(details.expires);
      if (expires !== null && !isDay(expires)) {
        report(`${key}.${name}.expires`, "date", expires, "2027-06-30");
        continue;
      }
      yield { key: name, reason: text(details.reason), by: text(details.by), expires, origin: layer.origin };
    }
  }
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function show(value: unknown): string {
  const written = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
