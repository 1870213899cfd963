/** Text of strangers as Markdown shows it. */

import { printable } from "./printable.ts";

/** Names come from files that strangers wrote: nothing in them may act as Markdown, HTML or a link. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@/]/g, (character) => `\\${character}`);
}
