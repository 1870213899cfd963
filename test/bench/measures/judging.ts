/** Judging one name by all rules: names that were never seen, since nothing remembered can answer for them, and popular ones. */

import { limitKnowledge } from "../../../server/src/core/knowledge/limitKnowledge.ts";
import { type NormalizedName, normalizeName } from "../../../server/src/core/names.ts";
import { readPolicy } from "../../../server/src/core/policy/policy.ts";
import { judgeName } from "../../../server/src/core/rules/index.ts";
import { noWorkspaceFacts } from "../../../server/src/core/workspaceFacts.ts";
import { popularNames, shippedKnowledge } from "../../support/knowledge.ts";
import { firstNames } from "../material/firstNames.ts";
import { mixedNames } from "../material/names.ts";
import type { Measure, Samples } from "../measure.ts";
import { median, summarize } from "../statistics.ts";
import { inTurn } from "../timing.ts";

const sizes = [150, 1_500, 15_000];
const largest = sizes.at(-1)!;
const asked = 4_000;

export const judging: Measure = {
  id: "judging",
  title: "Judging one name by all rules",
  async run() {
    const knowledge = shippedKnowledge();
    const popular = popularNames().slice(0, largest);
    const unknown = mixedNames(asked, popular).filter((name) => !knowledge.isKnown(name));
    const timed = sizes.map((size) => ({ size, ...timeJudging(unknown, popular.slice(0, 2_000), size) }));
    const { onUnknown, onPopular, lookUp } = timed.at(-1)!;
    const floors = [{ what: "the exact look-up alone", samples: lookUp }];
    return {
      comparisons: [
        {
          what: "a name that nobody knows",
          unit: "µs",
          samples: onUnknown,
          floors,
          goals: [
            { what: "median", reached: median(onUnknown), bound: "at most", limit: 60, unit: "µs" },
            {
              what: "p99",
              reached: summarize(onUnknown).percentile99,
              bound: "at most",
              limit: 300,
              unit: "µs",
            },
          ],
        },
        {
          what: "a popular name",
          unit: "µs",
          samples: onPopular,
          floors,
          goals: [{ what: "median", reached: median(onPopular), bound: "at most", limit: 2, unit: "µs" }],
        },
      ],
      growth: [
        {
          what: "Judging a name that nobody knows",
          of: "popular names",
          unit: "µs",
          curves: [
            {
              what: "judging",
              isFloor: false,
              points: timed.map(({ size, onUnknown }) => ({ size, median: median(onUnknown) })),
            },
            {
              what: "exact look-up",
              isFloor: true,
              points: timed.map(({ size, lookUp }) => ({ size, median: median(lookUp) })),
            },
          ],
        },
      ],
    };
  },
};

function timeJudging(unknown: readonly NormalizedName[], popular: readonly NormalizedName[], top: number) {
  /** Knowledge and policy of its own for each pass: no verdict can be remembered from the one before. */
  const judge = () => {
    const knowledge = limitKnowledge(shippedKnowledge(), { top });
    const { policy } = readPolicy([], "2026-01-01");
    const world = { knowledge, policy, workspace: noWorkspaceFacts };
    // What is made at the first questions is measured by pack-loading.
    for (const name of firstNames) judgeName({ kind: "distribution", name }, world);
    return (name: string) => judgeName({ kind: "distribution", name }, world);
  };
  const lookUp = () => {
    const { popular, isKnown } = limitKnowledge(shippedKnowledge(), { top });
    return (name: string) => {
      const normalized = normalizeName(name);
      return popular.rankOf(normalized) ?? isKnown(normalized);
    };
  };
  const [onUnknown, looked] = inTurn(unknown, [{ prepare: judge }, { prepare: lookUp }]) as [
    Samples,
    Samples,
  ];
  const [onPopular] = inTurn(popular, [{ prepare: judge }]) as [Samples];
  return { onUnknown, onPopular, lookUp: looked };
}
