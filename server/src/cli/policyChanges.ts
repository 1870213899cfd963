/** What a change says of policy. */

import { describePolicy, type PolicyLine } from "../core/policy/describePolicy.ts";
import type { PolicyLayer } from "../core/policy/policy.ts";
import type { PolicyChange } from "./report.ts";

/** The settings that stand in the policy files on one side of the change only. */
export function policyChanges(
  before: readonly PolicyLayer[],
  after: readonly PolicyLayer[],
  today: string,
): PolicyChange[] {
  const written = (layers: readonly PolicyLayer[]): [string, PolicyChange][] =>
    describePolicy(layers, today).flatMap(({ key, value, origin }: PolicyLine) =>
      // Policy files have names, and nothing else was read here.
      origin?.file
        ? [
            [
              JSON.stringify([origin.file, key, value]),
              { change: "added", path: origin.file, line: null, key: `namesake.${key}`, value },
            ],
          ]
        : [],
    );
  const [old, now] = [new Map(written(before)), new Map(written(after))];
  return [
    ...[...now].filter(([key]) => !old.has(key)).map(([, change]) => change),
    ...[...old]
      .filter(([key]) => !now.has(key))
      .map(([, change]) => ({ ...change, change: "removed" as const })),
  ];
}
