/** Text of strangers as Markdown and plain text show it. */

/** Names come from files that strangers wrote: nothing in them may act as Markdown, HTML or a link. */
export function escapeMarkdown(text: string): string {
  return showInvisible(text).replace(/[\\`*_{}[\]()#+\-.!|<>&~$:@/]/g, (character) => `\\${character}`);
}

/** What has no shape of its own, or turns the direction of what follows, as a sign that something is there. */
export function showInvisible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�");
}
