/** Counted things, as labels that stand alone, and sentences whose words go with a number. */

import { env, l10n } from "vscode";

/** The form that goes with the number. What counts as one is the language's own: French counts 0 so. */
export function inNumber(count: number, one: string, other: string): string {
  return new Intl.PluralRules(spoken()).select(count) === "one" ? one : other;
}

export function countPlaces(count: number): string {
  return inNumber(count, l10n.t("{count} place", { count }), l10n.t("{count} places", { count }));
}

export function countFiles(count: number): string {
  return inNumber(count, l10n.t("{count} file", { count }), l10n.t("{count} files", { count }));
}

export function countFindings(count: number): string {
  return inNumber(count, l10n.t("{count} finding", { count }), l10n.t("{count} findings", { count }));
}

export function countPackages(count: number): string {
  return inNumber(count, l10n.t("{count} package", { count }), l10n.t("{count} packages", { count }));
}

/** Several things in a row, as the language writes lists. */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(spoken(), { type: "conjunction", style: "narrow" }).format(items);
}

/** The language of our sentences, which is VS Code's where there are translations. */
function spoken(): string {
  return l10n.bundle ? env.language : "en";
}
