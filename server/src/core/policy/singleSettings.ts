/** The settings that have one value each: what it is where nobody sets it, and how it is read. */

import { readGlob } from "../globs.ts";
import type { Sensitivity } from "../lookalike/index.ts";

export const sensitivities = ["quiet", "balanced", "strict"] as const satisfies readonly Sensitivity[];

/** By their keys below `namesake.`. */
export interface SingleValues {
  readonly enable: boolean;
  readonly sensitivity: Sensitivity;
  /** Globs, against the path below the workspace folder. Empty means every supported file. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** At most so many problems are shown for one file. */
  readonly maxProblems: number;
  /** The address of the team's own package index; empty where it has none. May hold credentials. */
  readonly indexUrl: string;
  /** Whether only trusted packages with a reason count. */
  readonly "trust.requireReason": boolean;
  /** Whether the user's own settings cannot trust what a malware list names. */
  readonly "trust.requireTeamForMalicious": boolean;
}

/** Reports that a part of the value is ignored, and gives undefined. */
export type Reject = (found: unknown, expected: string, kind?: "type" | "choice") => undefined;

interface SingleSetting<Value> {
  readonly initial: Value;
  /**
   * `nearest`: the last layer that sets it wins, and an untrusted one has no say.
   * `strictest`: `true` in any layer counts, so that nobody can relax what somebody else requires.
   */
  readonly merge: "nearest" | "strictest";
  /** Undefined where nothing of the value can be used. */
  read(found: unknown, reject: Reject): Value | undefined;
}

export const singleSettings: { readonly [Key in keyof SingleValues]: SingleSetting<SingleValues[Key]> } = {
  enable: { initial: true, merge: "nearest", read: readBoolean },
  sensitivity: {
    initial: "balanced",
    merge: "nearest",
    read: (found, reject) =>
      sensitivities.find((each) => each === found) ?? reject(found, sensitivities.join(", "), "choice"),
  },
  include: { initial: [], merge: "nearest", read: readGlobs },
  exclude: { initial: [], merge: "nearest", read: readGlobs },
  maxProblems: {
    initial: 100,
    merge: "nearest",
    read: (found, reject) =>
      typeof found === "number" && Number.isInteger(found) && found >= 1
        ? found
        : reject(found, "1, 2, 3, …"),
  },
  indexUrl: {
    initial: "",
    merge: "nearest",
    read: (found, reject) =>
      typeof found === "string" && /^(?:https?:\/\/[^\s/]\S*)?$/i.test(found)
        ? found
        : reject(found, "https://pypi.example.com/simple/"),
  },
  "trust.requireReason": { initial: false, merge: "strictest", read: readBoolean },
  "trust.requireTeamForMalicious": { initial: false, merge: "strictest", read: readBoolean },
};

export const singleKeys = Object.keys(singleSettings) as readonly (keyof SingleValues)[];

function readBoolean(found: unknown, reject: Reject): boolean | undefined {
  return typeof found === "boolean" ? found : reject(found, "true, false");
}

function readGlobs(found: unknown, reject: Reject): readonly string[] | undefined {
  if (!Array.isArray(found)) return reject(found, '["**/*.txt"]');
  return found.filter((glob): glob is string => {
    if (typeof glob === "string" && glob !== "" && readGlob(glob)) return true;
    reject(glob, '"**/*.txt"');
    return false;
  });
}
