/** Parts of URIs out of any text. */

/**
 * Percent-encodes all but letters, digits and `-_.~` (RFC 3986, unreserved), as VS Code does: a parenthesis would end a link in Markdown.
 * Half of a character pair, as broken text can have, is no part of any URI and becomes a replacement character.
 */
export function encodeUriPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "�")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
