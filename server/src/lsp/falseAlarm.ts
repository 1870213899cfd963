/**
 * A report about a finding that should be none: a text with the evidence, and the page that takes it. Sends nothing.
 * It is in English whatever the reader's language, as those who answer it read English.
 */

import type { Finding } from "../core/check.ts";
import { newIssueUrl } from "../core/documentation.ts";
import type { Knowledge } from "../core/knowledge/knowledge.ts";
import { escapeMarkdown } from "../core/markdown.ts";
import { renderMessage } from "../core/messages.ts";
import { normalizeName } from "../core/names.ts";
import { readable } from "../core/printable.ts";
import { type Code, rules } from "../core/rules/codes.ts";
import type { FalseAlarm } from "./protocol.ts";

/** The codes that rest on a resemblance or an absence, so that they can be wrong about an honest name. */
export const guessedCodes: ReadonlySet<string> = new Set<Code>(
  rules.filter(({ certainty }) => certainty === "guessed").map(({ code }) => code),
);

/** Says nothing of the project but the one name. */
export function reportFalseAlarm(finding: Finding, knowledge: Knowledge): FalseAlarm {
  const { reference, code, technique, targets, message } = finding;
  const { name, kind } = reference;
  const { dates } = knowledge;
  const facts: readonly (readonly [string, string])[] = [
    ["Name", quote(name)],
    ["Written as", kind === "module" ? "a module, in an import" : "a package"],
    ["Rule", quote(code)],
    ["Technique", technique ? quote(technique) : "none"],
    ["Taken for", targets.map((target) => quote(target.name)).join(", ") || "nothing"],
    ["Known on PyPI", knowledge.isKnown(normalizeName(name)) ? `yes, on ${dates.known}` : "no"],
    ["Data of", `${dates.popular} (popular), ${dates.known} (known), ${dates.malicious} (malicious)`],
  ];
  const title = `False alarm: ${readable(name)}`;
  const text = [
    `> ${escapeMarkdown(renderMessage(message))}`,
    "",
    ...facts.map(([label, value]) => `- ${label}: ${value}`),
    "",
    "Why the name is fine (what the project is, where it is published):",
    "",
  ].join("\n");
  return { title, text, url: newIssueUrl(title, text) };
}

/** As code, whatever a stranger wrote into the name. */
function quote(text: string): string {
  return `\`${readable(text).replaceAll("`", "�")}\``;
}
