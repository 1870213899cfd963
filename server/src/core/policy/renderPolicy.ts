/** The policy in force as a Markdown page for people. */

import { type Message, message } from "../messages.ts";
import { printable } from "../printable.ts";
import type { PolicyLine } from "./describePolicy.ts";
import { describeOrigin } from "./nameRules.ts";

/** @param say renders a message in the reader's language */
export function renderPolicy(lines: readonly PolicyLine[], say: (said: Message) => string): string {
  const counting = lines.filter(({ ignored }) => ignored === null);
  const ignored = lines.filter((line) => line.ignored !== null);
  const heads = (["policy.setting", "policy.value", "policy.from"] as const).map((id) => say(message(id)));
  return [
    `# ${say(message("policy.title"))}`,
    table(heads, counting.map(cells)),
    `## ${say(message("policy.ignored"))}`,
    ignored.length === 0
      ? say(message("policy.nothing-ignored"))
      : table(
          [...heads, say(message("policy.why"))],
          ignored.map((line) => [...cells(line), say(escapeArguments(line.ignored!))]),
        ),
    "",
  ].join("\n\n");

  function cells({ key, value, origin }: PolicyLine): string[] {
    const place = origin ? describeOrigin(origin) : message("policy.default");
    return [code(`namesake.${key}`), code(value), typeof place === "string" ? escapeText(place) : say(place)];
  }
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]): string => `| ${row.map(escapeCell).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Keys and values were written by others: neither may end the cell, the table or the code. */
function code(text: string): string {
  return text === "" ? "" : `\`${printable(text).replaceAll("`", "'")}\``;
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function escapeArguments({ id, args }: Message): Message {
  const escaped = Object.entries(args).map(([key, value]) => [
    key,
    typeof value === "object" ? escapeArguments(value) : escapeText(String(value)),
  ]);
  return { id, args: Object.fromEntries(escaped) };
}

/** The page is read as it is written too, so that only what could act is escaped: not the dots and hyphens of a path. */
function escapeText(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]<>&~$@]/g, (character) => `\\${character}`)
    .replace(/:(?=\/\/)|(?<=www)\./gi, (character) => `\\${character}`);
}
