/** Counted things in words, since most languages say one thing otherwise than several. */

import { l10n } from "vscode";

export function countPlaces(count: number): string {
  return count === 1 ? l10n.t("1 place") : l10n.t("{count} places", { count });
}

export function countFiles(count: number): string {
  return count === 1 ? l10n.t("1 file") : l10n.t("{count} files", { count });
}

export function countFindings(count: number): string {
  return count === 1 ? l10n.t("1 finding") : l10n.t("{count} findings", { count });
}

export function countPackages(count: number): string {
  return count === 1 ? l10n.t("1 package") : l10n.t("{count} packages", { count });
}

export function countDays(count: number): string {
  return count === 1 ? l10n.t("1 day") : l10n.t("{count} days", { count });
}
