/** The policy in force as a Markdown page for people. */

import { type Message, message, renderMessage } from "../messages.ts";
import type { PolicyLine } from "./describePolicy.ts";
import { showOrigin } from "./nameRules.ts";

export function renderPolicy(lines: readonly PolicyLine[]): string {
  const counting = lines.filter(({ ignored }) => ignored === null);
  const ignored = lines.filter((line) => line.ignored !== null);
  return [
    `# ${say("policy.title")}`,
    table(["policy.setting", "policy.value", "policy.from"], counting.map(cells)),
    `## ${say("policy.ignored")}`,
    ignored.length === 0
      ? say("policy.nothing-ignored")
      : table(
          ["policy.setting", "policy.value", "policy.from", "policy.why"],
          ignored.map((line) => [...cells(line), line.ignored ? renderMessage(line.ignored) : ""]),
        ),
    "",
  ].join("\n\n");
}

function cells({ key, value, origin }: PolicyLine): string[] {
  return [code(`namesake.${key}`), code(value), origin ? showOrigin(origin) : say("policy.default")];
}

function table(heads: readonly Message["id"][], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]): string => `| ${row.map(escapeCell).join(" | ")} |`;
  return [line(heads.map(say)), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Keys and values were written by others: neither may end the cell, the table or the code. */
function code(text: string): string {
  return text === "" ? "" : `\`${text.replaceAll("`", "'")}\``;
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/[\r\n]+/g, " ");
}

function say(id: Message["id"]): string {
  return renderMessage(message(id));
}
