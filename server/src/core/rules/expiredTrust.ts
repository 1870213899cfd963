/** The name was trusted until a day that has passed. Nothing else is wrong with it, but the entry no longer counts. */

import { type Message, message } from "../messages.ts";
import { describeOrigin } from "../policy/nameRules.ts";
import type { Rule, Subject, World } from "./rule.ts";

export const expiredTrust: Rule<"expired-trust"> = {
  code: "expired-trust",
  certainty: "guessed",
  severity: "information",
  judge(subject, world) {
    const said = noteOnExpiredTrust(subject, world);
    return said && { message: said, targets: [], technique: null };
  },
};

/** Since when the name is no longer trusted, and where the entry stands; null where no entry has expired. */
export function noteOnExpiredTrust({ name, normalized }: Subject, { policy }: World): Message | null {
  const entry = policy.trusted.expired(normalized);
  if (!entry) return null;
  const { key, expires, origin } = entry;
  return message("expired-trust", { name, key, day: expires!, origin: describeOrigin(origin) });
}
