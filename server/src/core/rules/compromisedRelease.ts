/** The line asks for a release of an otherwise good project that was malicious. */

import type { Knowledge } from "../knowledge/knowledge.ts";
import { type Message, message } from "../messages.ts";
import type { NormalizedName } from "../names.ts";
import { admittedVersions } from "../versions.ts";
import { trustDespiteList } from "./innocence.ts";
import type { Rule, Subject } from "./rule.ts";

export const compromisedRelease: Rule<"compromised-release"> = {
  code: "compromised-release",
  certainty: "listed",
  severity: "error",
  judge(subject, { knowledge, policy }) {
    const { name } = subject;
    const releases = badReleases(subject, knowledge);
    if (releases.length === 0) return null;
    const { versions, exact } = admittedVersions(subject.specifier, releases);
    if (!exact || versions.length === 0) return null;
    const trusted = trustDespiteList(subject, { policy }) !== null;
    return {
      message: message(trusted ? "compromised-release.trusted" : "compromised-release", {
        name,
        version: versions.join(", "),
        versions: releases.join(", "),
      }),
      targets: [],
      technique: null,
      ...(trusted ? { atMost: "information" as const } : {}),
    };
  },
};

/** What to know of a project with bad releases when the line does not ask for one of them alone, or null. */
export function noteOnReleases(subject: Subject, knowledge: Knowledge): Message | null {
  const { name, specifier } = subject;
  const releases = badReleases(subject, knowledge);
  if (releases.length === 0) return null;
  const { versions } = specifier === null ? { versions: releases } : admittedVersions(specifier, releases);
  if (versions.length === 0) return message("note.bad-releases", { name, versions: releases.join(", ") });
  return message("note.bad-releases-admitted", { name, versions: versions.join(", ") });
}

/** Whether the verdict on the name depends on the version that is asked for. */
export function hasBadReleases(name: NormalizedName, knowledge: Knowledge): boolean {
  return knowledge.compromisedReleases(name) !== null;
}

function badReleases({ kind, normalized, direct }: Subject, knowledge: Knowledge): readonly string[] {
  return kind === "distribution" && !direct ? (knowledge.compromisedReleases(normalized) ?? []) : [];
}
