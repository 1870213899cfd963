/** What the view says of an entry, in words and as an icon. */

import { l10n, ThemeColor, ThemeIcon } from "vscode";
import type { TrustedEntry, TrustMark } from "../../../server/src/lsp/protocol.ts";
import { placeOf, scopeOf } from "../policy/scopes.ts";
import { countPlaces } from "../words.ts";

/** What there is to know of the entry beside its name: first what somebody should look at, then what people wrote. */
export function detailsOf(entry: TrustedEntry): string[] {
  const { marks, reason, by, expires, uses } = entry;
  const counts = !marks.some(({ kind }) => ignoring.has(kind));
  return [
    ...marks.map((mark) => describeMark(mark, entry)),
    ...(reason ? [reason] : []),
    ...(by ? [l10n.t("by {name}", { name: by })] : []),
    ...(expires && counts ? [l10n.t("until {day}", { day: expires })] : []),
    // A mark says why there are none.
    ...(uses > 0 || marks.length === 0 ? [countPlaces(uses)] : []),
  ];
}

/** The marks of entries that do not count. */
const ignoring: ReadonlySet<TrustMark["kind"]> = new Set(["wrong-name", "wrong-day", "no-reason", "expired"]);

export function iconOf({ marks: [mark] }: TrustedEntry): ThemeIcon {
  switch (mark?.kind) {
    case undefined:
      return new ThemeIcon("verified");
    case "malicious":
      return new ThemeIcon("error", new ThemeColor("list.errorForeground"));
    case "shadowed":
      return new ThemeIcon("layers");
    case "unused":
      return new ThemeIcon("circle-slash");
    case "expired":
    case "wrong-name":
    case "wrong-day":
    case "no-reason":
      return new ThemeIcon("warning", new ThemeColor("list.warningForeground"));
  }
}

function describeMark(mark: TrustMark, { expires, origin }: TrustedEntry): string {
  const day = expires ?? "";
  switch (mark.kind) {
    case "wrong-name":
      return l10n.t("ignored: not a name or pattern");
    case "wrong-day":
      return l10n.t("ignored: {day} is not a day such as 2027-06-30", { day });
    case "no-reason":
      return l10n.t("ignored: a reason is required");
    case "expired":
      return l10n.t("expired on {day}", { day });
    case "malicious":
      return l10n.t("known malicious package");
    case "unused":
      return l10n.t("unused");
    case "shadowed":
      return describeShadow(mark.by, origin);
  }
}

function describeShadow(
  { key: pattern, origin, folder }: Pick<TrustedEntry, "key" | "origin" | "folder">,
  own: TrustedEntry["origin"],
): string {
  if (origin.scope === own.scope && origin.file === own.file)
    return l10n.t("covered by {pattern}", { pattern });
  const scope = scopeOf({ origin, folder });
  const place = scope ? placeOf(scope) : (origin.file ?? "");
  return pattern.includes("*")
    ? l10n.t("covered by {pattern} in {place}", { pattern, place })
    : l10n.t("shadowed by {place}", { place });
}
