/** The innocent explanations: why a name that might look odd is fine, in words that can be shown. */

import { type Message, message } from "../messages.ts";
import { type NormalizedName, normalizeName } from "../names.ts";
import type { NameRule } from "../policy/nameRules.ts";
import { projectNames } from "./projectNames.ts";
import type { Subject, World } from "./rule.ts";

/** The trust entry that covers the name, or null. A pattern covers names that are not on the malware list only. */
export function trustOf({ normalized, name }: Subject, { policy }: World): Message | null {
  const rule = policy.trusted.covering(normalized);
  if (!rule) return null;
  return rule.reason
    ? message("fine.trusted.reason", { name, key: rule.key, reason: rule.reason })
    : message("fine.trusted", { name, key: rule.key });
}

/** The entry that overrules a malware list, or null. Lists have errors, but only an exact name says that somebody looked. */
export function trustDespiteList(
  { normalized }: Subject,
  { policy }: Pick<World, "policy">,
): NameRule | null {
  const rule = policy.trusted.exact(normalized);
  return policy["trust.requireTeamForMalicious"] && rule?.origin.scope === "user" ? null : rule;
}

/** Why the import names no package at all, or null. */
export function ownModule({ kind, name }: Subject, { knowledge, workspace }: World): Message | null {
  if (kind !== "module") return null;
  if (knowledge.standardLibraryVersions(name)) return message("fine.standard-library", { name });
  return workspace.ownModules.has(name) ? message("fine.own-module", { name }) : null;
}

/**
 * Why a resemblance does not count, or null.
 * @param isClean whether a distribution, judged by itself, gives no warning: installing `reqeusts` must not excuse `import reqeusts`
 */
export function vouchedFor(
  subject: Subject,
  world: World,
  isClean: (distribution: NormalizedName) => boolean,
): Message | null {
  const { kind, name, normalized, direct } = subject;
  if (direct) return message("fine.direct", { name });
  const own = world.policy.private.covering(normalized);
  if (own) return message("fine.private", { name, key: own.key });
  return kind === "module"
    ? moduleVouchedFor(name, world, isClean)
    : distributionVouchedFor(name, normalized, world);
}

function distributionVouchedFor(
  name: string,
  normalized: NormalizedName,
  { knowledge }: World,
): Message | null {
  const rank = knowledge.popular.rankOf(normalized);
  if (rank !== null) return message("fine.popular", { name, rank });
  if (knowledge.isReviewed(normalized)) return message("fine.reviewed", { name });
  return knowledge.isHonest(normalized) ? message("fine.honest", { name }) : null;
}

function moduleVouchedFor(
  name: string,
  { knowledge, workspace }: World,
  isClean: (distribution: NormalizedName) => boolean,
): Message | null {
  const sameName = normalizeName(name);
  const providers = [...knowledge.distributionsOf(name), sameName];
  for (const provider of providers) {
    const rank = knowledge.popular.rankOf(provider);
    if (rank !== null) return message("fine.module-of-popular", { name, distribution: provider, rank });
    if (knowledge.isReviewed(provider))
      return message("fine.module-of-reviewed", { name, distribution: provider });
  }
  const asked = projectNames(workspace);
  const provided = [...providers.filter(asked.has), ...asked.beginningWith(`${sameName}-`)];
  const distribution = provided.find(isClean);
  return distribution === undefined ? null : message("fine.provided", { name, distribution });
}
