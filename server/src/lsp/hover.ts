/** The hover over a name: what is wrong with it, or why it is fine, with the evidence. */

import { type Hover, MarkupKind, type Position } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { judgeReference } from "../core/check.ts";
import { advisoryUrl, documentationUrl, projectUrl } from "../core/documentation.ts";
import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { type Message, message } from "../core/messages.ts";
import { compareNames } from "../core/nameDifference.ts";
import { type NormalizedName, normalizeName } from "../core/names.ts";
import type { PackageReference } from "../core/reference.ts";
import type { Verdict } from "../core/rules/index.ts";
import type { Checked } from "./checks.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import { type HoverPart, toMarkdown, toPlainText } from "./hoverText.ts";
import { say, sayNumber, spokenLanguage } from "./language.ts";
import { toRange } from "./toProto.ts";

/** Null where no name stands. */
export function hoverAt(
  document: TextDocument,
  checked: Checked,
  position: Position,
  form: ClientFeatures["hover"],
): Hover | null {
  const offset = document.offsetAt(position);
  const { reading, findings, context } = checked;
  const reference = reading.references.find(({ span }) => span.start <= offset && offset <= span.end);
  if (!reference) return null;
  const isShown = findings.some((finding) => finding.reference === reference);
  const verdict = judgeReference(reference, reading, context);
  const parts = hoverParts(reference, verdict, context.knowledge, isShown);
  return { contents: inForm(form, parts), range: toRange(document, reference.span) };
}

function inForm(form: ClientFeatures["hover"], parts: readonly HoverPart[]): Hover["contents"] {
  switch (form) {
    case "markdown":
      return { kind: MarkupKind.Markdown, value: toMarkdown(parts) };
    case "plaintext":
      return { kind: MarkupKind.PlainText, value: toPlainText(parts) };
    case "marked":
      return toMarkdown(parts);
  }
}

/** @param isShown whether a diagnostic says the verdict already: editors set it above the hover */
function hoverParts(
  reference: PackageReference,
  verdict: Verdict,
  knowledge: Knowledge,
  isShown: boolean,
): HoverPart[] {
  const sentence = (text: string): HoverPart => ({ kind: "sentence", text });
  const parts = isShown ? [] : [sentence(say(verdict.message))];
  if (verdict.code !== null) {
    if (verdict.technique) parts.push(sentence(words(`technique.${verdict.technique}`)));
    const target = verdict.targets[0]?.name;
    if (target !== undefined) parts.push(comparison(reference.name, target, knowledge));
  }
  if (verdict.note) parts.push(sentence(say(verdict.note)));
  const links = [...evidenceLinks(reference, verdict, knowledge)];
  if (links.length > 0) parts.push({ kind: "links", links });
  return parts;
}

/** The two names under one another with what differs marked, and what is known of each beside them. */
function comparison(written: string, target: string, knowledge: Knowledge): HoverPart {
  const difference = compareNames(written, target);
  const rows = [
    { label: words("hover.written"), name: difference.written, standing: standing(written, knowledge) },
    { label: words("hover.meant"), name: difference.target, standing: standing(target, knowledge) },
  ];
  return { kind: "comparison", rows };
}

function standing(name: string, knowledge: Knowledge): string {
  const normalized = providerOf(name, knowledge);
  const rank = knowledge.popular.rankOf(normalized);
  const downloads = knowledge.popular.downloadsOf(normalized);
  if (rank !== null && downloads !== null) {
    return words("hover.rank-and-downloads", { rank, downloads: sayNumber(downloads) });
  }
  if (rank !== null) return words("hover.rank", { rank });
  if (knowledge.malwareEntry(normalized)) return words("hover.malicious");
  if (knowledge.isKnown(normalized)) return words("hover.known");
  return words("hover.unknown", { date: knowledge.dates.popular });
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
): Iterable<{ readonly text: string; readonly url: string }> {
  for (const target of verdict.code === null ? [] : verdict.targets.slice(0, 1)) {
    yield {
      text: words("hover.project", { name: target.name }),
      url: projectUrl(providerOf(target.name, knowledge)),
    };
  }
  if (verdict.code === null && kind === "distribution" && knowledge.isKnown(normalizeName(name))) {
    yield { text: words("hover.project", { name }), url: projectUrl(normalizeName(name)) };
  }
  const advisory =
    verdict.code === "malicious-package" && knowledge.malwareEntry(normalizeName(name))?.advisory;
  if (advisory) yield { text: advisory, url: advisoryUrl(advisory) };
  if (verdict.code !== null) {
    yield {
      text: words("hover.rule", { code: verdict.code }),
      url: documentationUrl(verdict.code, spokenLanguage()),
    };
  }
}

function words(id: Message["id"], args: Message["args"] = {}): string {
  return say(message(id, args));
}
