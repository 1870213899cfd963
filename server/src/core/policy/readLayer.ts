/** Reads the settings of one scope: whatever is there in, what can be used out, and what cannot named. */

import { isRecord } from "../records.ts";
import { type Code, codes } from "../rules/codes.ts";
import { isDay, isNameOrPattern, type NameRule } from "./nameRules.ts";
import type { PolicyLayer, Severity } from "./policy.ts";
import { type PolicyProblem, showValue } from "./problem.ts";
import { type Reject, type SingleValues, singleKeys, singleSettings } from "./singleSettings.ts";

export const severities = ["error", "warning", "information", "hint"] as const;

/** The settings that list names, by their keys. */
export const nameLists = ["trustedPackages", "blockedPackages", "privatePackages"] as const;
export type NameList = (typeof nameLists)[number];

/** What one layer says that can be used. */
export interface LayerSettings {
  readonly lists: Readonly<Record<NameList, readonly NameRule[]>>;
  readonly severity: ReadonlyMap<Code, Severity | "off">;
  readonly single: Partial<SingleValues>;
}

export function readLayer(
  { origin, values, malformed, unreadable, holdsOnlyOurs = origin.scope === "file" }: PolicyLayer,
  problems: PolicyProblem[],
): LayerSettings {
  const settings = isRecord(values) ? values : {};
  const report = (key: string, kind: PolicyProblem["kind"], found: unknown, expected: string): undefined => {
    problems.push({ origin, key: `namesake.${key}`, kind, found: showValue(found), expected });
    return undefined;
  };
  if (malformed) report("*", "syntax", "", "");
  if (unreadable !== undefined) report("*", "unreadable", unreadable, "");
  if (holdsOnlyOurs) reportUnknownKeys();

  return {
    lists: {
      trustedPackages: [...readNames("trustedPackages")],
      blockedPackages: [...readNames("blockedPackages")],
      privatePackages: [...readNames("privatePackages")],
    },
    severity: new Map(readSeverities()),
    single: Object.assign({}, ...singleKeys.map(readSingle)),
  };

  /** An object with the setting alone, or without any where its value is absent or wrong. */
  function readSingle(key: keyof SingleValues): Partial<SingleValues> {
    const found = valueAt(key);
    if (found === undefined || found === null) return {};
    const reject: Reject = (part, expected, kind = "type") => report(key, kind, part, expected);
    const value = singleSettings[key].read(found, reject);
    return value === undefined ? {} : { [key]: value };
  }

  /** A dotted key is written in one piece in settings files, and as nested tables elsewhere. */
  function valueAt(key: string): unknown {
    if (Object.hasOwn(settings, key)) return settings[key];
    const [first = "", second] = key.split(".");
    const outer = own(settings, first);
    return second !== undefined && isRecord(outer) ? own(outer, second) : undefined;
  }

  function* readSeverities(): Iterable<[Code, Severity | "off"]> {
    for (const [written, level] of entries("severity")) {
      const code = codes.find((each) => each === written);
      if (!code) report("severity", "choice", written, codes.join(", "));
      const severity = [...severities, "off" as const].find((each) => each === level);
      if (!severity) report(`severity.${written}`, "choice", level, [...severities, "off"].join(", "));
      if (code && severity) yield [code, severity];
    }
  }

  function* readNames(list: NameList): Iterable<NameRule> {
    for (const [name, value] of entries(list)) {
      if (!isNameOrPattern(name)) {
        report(`${list}.${name}`, "name", name, "acme-core, acme-*");
        continue;
      }
      const details = isRecord(value) ? value : {};
      if (!isRecord(value)) report(`${list}.${name}`, "type", value, "{}");
      const expires = text(own(details, "expires"));
      if (expires !== null && !isDay(expires)) {
        report(`${list}.${name}.expires`, "date", expires, "2027-06-30");
        continue;
      }
      yield {
        key: name,
        reason: text(own(details, "reason")),
        by: text(own(details, "by")),
        expires,
        origin,
      };
    }
  }

  function entries(key: string): [string, unknown][] {
    const found = own(settings, key);
    if (found === undefined || found === null) return [];
    if (isRecord(found)) return Object.entries(found);
    report(key, "type", found, "{ … }");
    return [];
  }

  function reportUnknownKeys(): void {
    const known = new Set<string>([...singleKeys, ...nameLists, "severity", "$schema"]);
    for (const [key, value] of Object.entries(settings)) {
      const inner =
        key === "trust" && isRecord(value) ? Object.keys(value).map((each) => `trust.${each}`) : [key];
      for (const each of inner) if (!known.has(each)) report(each, "key", "", "");
    }
  }
}

/** Not what a key `__proto__` could have handed down. */
function own(values: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
