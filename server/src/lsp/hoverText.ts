/** How a hover looks: as Markdown, or as plain text for clients that show nothing else. */

import { escapeMarkdown } from "../core/markdown.ts";
import type { NamePart } from "../core/nameDifference.ts";
import { printable } from "../core/printable.ts";

/** A paragraph of a hover. */
export type HoverPart =
  | { readonly kind: "sentence"; readonly text: string }
  /** Names under one another, so that the eye finds what differs. */
  | { readonly kind: "comparison"; readonly rows: readonly ComparisonRow[] }
  | { readonly kind: "links"; readonly links: readonly { readonly text: string; readonly url: string }[] };

interface ComparisonRow {
  readonly label: string;
  readonly name: readonly NamePart[];
  readonly standing: string;
}

export function toMarkdown(parts: readonly HoverPart[]): string {
  return parts.map(markdownOf).join("\n\n");
}

export function toPlainText(parts: readonly HoverPart[]): string {
  return parts.map(plainTextOf).join("\n\n");
}

function markdownOf(part: HoverPart): string {
  switch (part.kind) {
    case "sentence":
      return escapeMarkdown(part.text);
    case "comparison":
      return [
        `| | | |`,
        `|---|---|---|`,
        ...part.rows.map(
          ({ label, name, standing }) =>
            `| ${escapeMarkdown(label)} | ${showParts(name)} | — ${escapeMarkdown(standing)} |`,
        ),
      ].join("\n");
    case "links":
      return part.links.map(({ text, url }) => `[${escapeMarkdown(text)}](${url})`).join(" · ");
  }
}

/** Markdown makes letters within a word bold, but not a hyphen there: asterisks beside it would show as asterisks. */
function showParts(parts: readonly NamePart[]): string {
  return parts
    .map(({ text, differs }) => {
      const escaped = escapeMarkdown(text);
      return differs && /^[A-Za-z0-9]+$/.test(text) ? `**${escaped}**` : escaped;
    })
    .join("");
}

function plainTextOf(part: HoverPart): string {
  switch (part.kind) {
    case "sentence":
      return printable(part.text);
    case "comparison":
      return part.rows.map(plainRow).join("\n");
    case "links":
      return part.links.map(({ text, url }) => `${printable(text)}: ${url}`).join("\n");
  }
}

function plainRow({ label, name, standing }: ComparisonRow): string {
  return `${label}: ${printable(name.map(({ text }) => text).join(""))} — ${standing}`;
}
