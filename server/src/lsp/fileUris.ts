/** URIs of files, as editors spell them. */

import { encodeUriPart } from "../core/uris.ts";

/** The same for all spellings of a file's URI: editors differ in what they percent-encode. */
export function fileKey(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/**
 * As VS Code spells it.
 * @param path below the folder, with `/` as separator
 */
export function uriBelow(folder: string, path: string): string {
  return `${folder}/${path.split("/").map(encodeUriPart).join("/")}`;
}
