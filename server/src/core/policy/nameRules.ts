/** Lists of names and patterns that people keep: trusted, blocked, private. */

import { type Message, message } from "../messages.ts";
import { type NormalizedName, normalizeName } from "../names.ts";
import { isMadeOf } from "../wildcards.ts";

/** Where a setting was written, so that people can find it again. */
export interface Origin {
  readonly scope: "user" | "workspace" | "folder" | "file";
  /** The file, as a path or URI for people; null where the host cannot name it. */
  readonly file: string | null;
}

/** The place for people: the file where it has a name, else what the scope is called. */
export function describeOrigin({ scope, file }: Origin): string | Message {
  return file ?? message(`origin.${scope}`);
}

/** One entry of a list: `"acme-*": { "reason": "our index", "by": "platform team", "expires": "2027-06-30" }`. */
export interface NameRule {
  /** The key as written. */
  readonly key: string;
  readonly reason: string | null;
  readonly by: string | null;
  /** The last UTC day on which the entry counts, `YYYY-MM-DD`. */
  readonly expires: string | null;
  readonly origin: Origin;
}

export interface NameRules {
  /** The entry for exactly this name, in whichever spelling. */
  exact(name: NormalizedName): NameRule | null;
  /** The first pattern that covers the name. */
  pattern(name: NormalizedName): NameRule | null;
  /** The entry that covers the name: its own before a pattern. */
  covering(name: NormalizedName): NameRule | null;
  /** The entry that covered the name until its day passed; null also where another entry still covers it. */
  expired(name: NormalizedName): NameRule | null;
  readonly rules: readonly NameRule[];
}

/** Whether the key can stand in a list. A bare `*` would switch the product off, so it cannot. */
export function isNameOrPattern(key: string): boolean {
  return /^[A-Za-z0-9*](?:[A-Za-z0-9._*-]*[A-Za-z0-9*])?$/.test(key) && /[A-Za-z0-9]/.test(key);
}

/** Whether it is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Makes the list searchable. Later rules win over earlier ones for the same name, so pass the nearest scope last.
 * @param today UTC day `YYYY-MM-DD`; rules that expired before it are kept in `rules` but match nothing.
 */
export function makeNameRules(rules: readonly NameRule[], today: string): NameRules {
  const counting = index(rules.filter((rule) => !isExpired(rule, today)));
  const expired = index(rules.filter((rule) => isExpired(rule, today)));
  return {
    rules,
    ...counting,
    expired: (name) => (counting.covering(name) ? null : expired.covering(name)),
  };
}

interface Pattern {
  readonly parts: readonly string[];
  /** In the order of the rules. */
  readonly place: number;
  readonly rule: NameRule;
}

function index(rules: readonly NameRule[]): Pick<NameRules, "exact" | "pattern" | "covering"> {
  const byName = new Map<NormalizedName, NameRule>();
  /** By what they begin with: a name meets only those that it begins like, however many there are. */
  const byBeginning = new Map<string, Pattern[]>();
  const lengths = new Set<number>();
  for (const [place, rule] of rules.entries()) {
    const key = normalizeName(rule.key);
    const parts = key.split("*");
    const beginning = parts[0]!;
    if (parts.length === 1) byName.set(key, rule);
    else {
      if (!byBeginning.has(beginning)) byBeginning.set(beginning, []);
      byBeginning.get(beginning)!.push({ parts, place, rule });
      lengths.add(beginning.length);
    }
  }
  const exact = (name: NormalizedName): NameRule | null => byName.get(name) ?? null;

  function pattern(name: NormalizedName): NameRule | null {
    let last: Pattern | undefined;
    for (const length of lengths) {
      const alike = length <= name.length ? byBeginning.get(name.slice(0, length)) : undefined;
      const found = alike?.findLast(({ parts }) => isMadeOf(name, parts));
      if (found && (!last || found.place > last.place)) last = found;
    }
    return last?.rule ?? null;
  }
  return {
    exact,
    pattern,
    covering: (name) => exact(name) ?? pattern(name),
  };
}

export function isExpired(rule: NameRule, today: string): boolean {
  return rule.expires !== null && rule.expires < today;
}
