/** Settings that are ignored, each alone, and the sentence that says so. */

import { type Message, message } from "../messages.ts";
import { describeOrigin, type Origin } from "./nameRules.ts";

/** A setting that was ignored, alone, because its value is wrong. */
export interface PolicyProblem {
  readonly origin: Origin;
  /** The key as people write it: `namesake.severity.typosquat`. */
  readonly key: string;
  /**
   * - `type`, `choice`, `name`, `date`: the value cannot stand there.
   * - `key`: there is no such setting.
   * - `reason`: the entry says no reason, and the policy requires one.
   * - `syntax`: the file cannot be read as a whole; what can be made out counts.
   * - `unreadable`: the file cannot be read at all; what was `found` is why.
   */
  readonly kind: "type" | "choice" | "name" | "date" | "key" | "reason" | "syntax" | "unreadable";
  /** What stands there, cut to a readable length. */
  readonly found: string;
  /** What could stand there. */
  readonly expected: string;
}

export function describeProblem({ origin, key, kind, found, expected }: PolicyProblem): Message {
  const place = describeOrigin(origin);
  switch (kind) {
    case "syntax":
      return message("policy.malformed", { file: place });
    case "unreadable":
      return message("policy.cannot-be-read", { file: place, reason: found });
    case "reason":
      return message("setting.reason-required", { key, origin: place });
    case "key":
      return message("setting.unknown", { key, origin: place });
    default:
      return message("setting.wrong", { key, origin: place, found, expected });
  }
}

/** A value as people can read it in a sentence. */
export function showValue(value: unknown): string {
  const written = withoutCredentials(
    typeof value === "string" ? value : (JSON.stringify(value) ?? String(value)),
  );
  return written.length > 60 ? `${written.slice(0, 59)}…` : written;
}

/** The text without what stands before the `@` of an address: policy is shown in logs and on pages that many read. */
export function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^/\s"]*@/g, "//…@");
}
