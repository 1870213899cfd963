/** Text of strangers as Markdown shows it. */

/** Names come from files that strangers wrote: nothing in them may act as Markdown, HTML or a link. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�")
    .replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@/]/g, (character) => `\\${character}`);
}
