/** The policy in force, line by line: every setting with its value, where it was written, and what does not count. */

import { type Message, message } from "../messages.ts";
import { normalizeName } from "../names.ts";
import { type Code, codes, rules } from "../rules/codes.ts";
import { describeOrigin, isExpired, type NameRule, type Origin } from "./nameRules.ts";
import { type PolicyLayer, readPolicy } from "./policy.ts";
import { describeProblem, withoutCredentials } from "./problem.ts";
import { type LayerSettings, type NameList, nameLists, readLayer } from "./readLayer.ts";
import { type SingleValues, singleKeys, singleSettings } from "./singleSettings.ts";

export interface PolicyLine {
  /** Below `namesake.`: `sensitivity`, `severity.typosquat`, `trustedPackages.acme-*`. */
  readonly key: string;
  /** As JSON, and for a wrong value as it was found. */
  readonly value: string;
  /** Null where nobody set it. */
  readonly origin: Origin | null;
  /** Why the line does not count; null where it does. */
  readonly ignored: Message | null;
}

type ReadLayer = LayerSettings & Pick<PolicyLayer, "origin" | "mayRelax">;

/** @param today UTC day, `YYYY-MM-DD` */
export function describePolicy(layers: readonly PolicyLayer[], today: string): PolicyLine[] {
  const read = layers.map((layer): ReadLayer => ({ ...readLayer(layer, []), ...layer }));
  const requireReason = readPolicy(layers, today).policy["trust.requireReason"];
  return [
    ...singleKeys.flatMap((key) => singleLines(key, read)),
    ...codes.flatMap((code) => severityLines(code, read)),
    ...nameLists.flatMap((list) => nameLines(list, read, { today, requireReason })),
    ...wrongLines(layers, today),
  ];
}

function singleLines(key: keyof SingleValues, read: readonly ReadLayer[]): PolicyLine[] {
  const { initial, merge } = singleSettings[key];
  const set = read.filter(({ single }) => single[key] !== undefined);
  const heard = merge === "strictest" ? set : set.filter(({ mayRelax }) => mayRelax);
  const winner = (merge === "strictest" && heard.find(({ single }) => single[key] === true)) || heard.at(-1);
  return withDefault(
    { key, value: JSON.stringify(initial) },
    winner,
    set.map((layer) => ({
      key,
      value: withoutCredentials(JSON.stringify(layer.single[key])),
      origin: layer.origin,
      ignored: layer === winner ? null : whyNot(winner, heard.includes(layer)),
    })),
  );
}

function severityLines(code: Code, read: readonly ReadLayer[]): PolicyLine[] {
  const key = `severity.${code}`;
  const initial = rules.find((rule) => rule.code === code)?.severity;
  const set = read.filter(({ severity }) => severity.has(code));
  const winner = set.filter(({ mayRelax }) => mayRelax).at(-1);
  return withDefault(
    { key, value: JSON.stringify(initial) },
    winner,
    set.map((layer) => ({
      key,
      value: JSON.stringify(layer.severity.get(code)),
      origin: layer.origin,
      ignored: layer === winner ? null : whyNot(winner, layer.mayRelax),
    })),
  );
}

/** What nobody sets, or nobody who is heard, has its own value. */
function withDefault(
  initial: Pick<PolicyLine, "key" | "value">,
  winner: ReadLayer | undefined,
  lines: readonly PolicyLine[],
): PolicyLine[] {
  return winner ? [...lines] : [{ ...initial, origin: null, ignored: null }, ...lines];
}

function whyNot(winner: ReadLayer | undefined, heard: boolean): Message {
  return heard && winner
    ? message("policy.overridden", { origin: describeOrigin(winner.origin) })
    : message("policy.untrusted");
}

function nameLines(
  list: NameList,
  read: readonly ReadLayer[],
  { today, requireReason }: { readonly today: string; readonly requireReason: boolean },
): PolicyLine[] {
  const canRelax = list !== "blockedPackages";
  const all = read.flatMap(({ lists, mayRelax }) => lists[list].map((rule) => ({ rule, mayRelax })));
  const counts = ({ rule, mayRelax }: (typeof all)[number]): boolean =>
    (mayRelax || !canRelax) && !isExpired(rule, today) && !lacksReason(rule);
  const lacksReason = ({ reason }: NameRule): boolean =>
    list === "trustedPackages" && requireReason && reason === null;

  const nearest = new Map(all.filter(counts).map(({ rule }) => [normalizeName(rule.key), rule]));

  return all.map(({ rule, mayRelax }) => {
    const { key, reason, by, expires, origin } = rule;
    const details = { ...(reason && { reason }), ...(by && { by }), ...(expires && { expires }) };
    return { key: `${list}.${key}`, value: JSON.stringify(details), origin, ignored: ignored() };

    function ignored(): Message | null {
      if (canRelax && !mayRelax) return message("policy.untrusted");
      if (expires !== null && isExpired(rule, today)) return message("policy.expired", { day: expires });
      if (lacksReason(rule)) return message("policy.reason-required");
      // It counts itself, so that there is one.
      const winner = nearest.get(normalizeName(key)) ?? rule;
      return winner === rule ? null : message("policy.overridden", { origin: describeOrigin(winner.origin) });
    }
  });
}

function wrongLines(layers: readonly PolicyLayer[], today: string): PolicyLine[] {
  return readPolicy(layers, today)
    .problems.filter(({ kind }) => kind !== "reason")
    .map((problem) => ({
      key: problem.key.replace(/^namesake\./, ""),
      value: problem.found,
      origin: problem.origin,
      ignored: describeProblem(problem),
    }));
}
