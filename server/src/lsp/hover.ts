/** The hover over a name: what is wrong with it, or why it is fine, with the evidence, as Markdown. */

import { type Hover, MarkupKind, type Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { judgeReference } from "../core/check.ts";
import { advisoryUrl, documentationUrl, projectUrl } from "../core/documentation.ts";
import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { escapeMarkdown } from "../core/markdown.ts";
import { type Message, message } from "../core/messages.ts";
import { compareNames, type NamePart } from "../core/nameDifference.ts";
import { type NormalizedName, normalizeName } from "../core/names.ts";
import type { PackageReference } from "../core/reference.ts";
import type { Verdict } from "../core/rules/index.ts";
import type { Checked } from "./checks.ts";
import { say, sayNumber } from "./language.ts";
import { toRange } from "./toProto.ts";

/** Null where no name stands. */
export function hoverAt(document: TextDocument, checked: Checked, position: Position): Hover | null {
  const offset = document.offsetAt(position);
  const { reading, findings, context } = checked;
  const reference = reading.references.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!reference) return null;
  const isShown = findings.some((finding) => finding.reference === reference);
  const verdict = judgeReference(reference, reading, context);
  const value = hoverMarkdown(reference, verdict, context.knowledge, isShown);
  return { contents: { kind: MarkupKind.Markdown, value }, range: toRange(document, reference.span) };
}

/** @param isShown whether a diagnostic says the verdict already: editors set it above the hover */
function hoverMarkdown(
  reference: PackageReference,
  verdict: Verdict,
  knowledge: Knowledge,
  isShown: boolean,
): string {
  const parts = isShown ? [] : [escapeMarkdown(say(verdict.message))];
  if (verdict.code !== null) {
    if (verdict.technique) parts.push(escaped(`technique.${verdict.technique}`));
    const target = verdict.targets[0]?.name;
    if (target !== undefined) parts.push(comparison(reference.name, target, knowledge));
  }
  if (verdict.note) parts.push(escapeMarkdown(say(verdict.note)));
  const links = [...evidenceLinks(reference, verdict, knowledge)];
  if (links.length > 0) parts.push(links.join(" · "));
  return parts.join("\n\n");
}

/** The two names under one another with what differs marked, and what is known of each beside them. */
function comparison(written: string, target: string, knowledge: Knowledge): string {
  const difference = compareNames(written, target);
  return [
    `| | | |`,
    `|---|---|---|`,
    `| ${escaped("hover.written")} | ${showParts(difference.written)} | — ${standing(written, knowledge)} |`,
    `| ${escaped("hover.meant")} | ${showParts(difference.target)} | — ${standing(target, knowledge)} |`,
  ].join("\n");
}

function standing(name: string, knowledge: Knowledge): string {
  const normalized = providerOf(name, knowledge);
  const rank = knowledge.popular.rankOf(normalized);
  const downloads = knowledge.popular.downloadsOf(normalized);
  if (rank !== null && downloads !== null) {
    return escaped("hover.rank-and-downloads", { rank, downloads: sayNumber(downloads) });
  }
  if (rank !== null) return escaped("hover.rank", { rank });
  if (knowledge.malwareEntry(normalized)) return escaped("hover.malicious");
  if (knowledge.isKnown(normalized)) return escaped("hover.known");
  return escaped("hover.unknown", { date: knowledge.dates.popular });
}

/** The distribution that answers for a name: itself, or for a module the most popular one that provides it. */
function providerOf(name: string, knowledge: Knowledge): NormalizedName {
  const own = normalizeName(name);
  if (knowledge.popular.rankOf(own) !== null) return own;
  return knowledge.distributionsOf(name)[0] ?? own;
}

function* evidenceLinks(
  { kind, name }: PackageReference,
  verdict: Verdict,
  knowledge: Knowledge,
): Iterable<string> {
  for (const target of verdict.code === null ? [] : verdict.targets.slice(0, 1)) {
    yield link(
      escaped("hover.project", { name: target.name }),
      projectUrl(providerOf(target.name, knowledge)),
    );
  }
  if (verdict.code === null && kind === "distribution" && knowledge.isKnown(normalizeName(name))) {
    yield link(escaped("hover.project", { name }), projectUrl(normalizeName(name)));
  }
  const advisory =
    verdict.code === "malicious-package" && knowledge.malwareEntry(normalizeName(name))?.advisory;
  if (advisory) yield link(advisory, advisoryUrl(advisory));
  if (verdict.code !== null)
    yield link(escaped("hover.rule", { code: verdict.code }), documentationUrl(verdict.code));
}

function escaped(id: Message["id"], args: Message["args"] = {}): string {
  return escapeMarkdown(say(message(id, args)));
}

function link(text: string, url: string): string {
  return `[${text}](${url})`;
}

/** Markdown makes letters within a word bold, but not a hyphen there: asterisks beside it would show as asterisks. */
function showParts(parts: readonly NamePart[]): string {
  return parts
    .map(({ text, differs }) => {
      const shown = escapeMarkdown(text);
      return differs && /^[A-Za-z0-9]+$/.test(text) ? `**${shown}**` : shown;
    })
    .join("");
}
