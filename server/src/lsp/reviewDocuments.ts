/** Documents that show a state of a file to readers: of a repository's past, of its index, of a pull request. */

import { reviewSchemes } from "./protocol.ts";

/** Whether the document can only be read. A workspace may lie under such a scheme itself, and is edited there. */
export function isReviewDocument(uri: string, folders: readonly string[]): boolean {
  const { scheme } = split(uri);
  return reviewSchemes.includes(scheme) && !folders.some((folder) => uri.startsWith(`${folder}/`));
}

/**
 * The file that the document is a state of, so that its folder's settings count and its path tells its format.
 * Any other document is its own file.
 */
export function fileBehind(uri: string, folders: readonly string[]): string {
  if (!isReviewDocument(uri, folders)) return uri;
  const { path } = split(uri);
  const folder = folders.find((each) => path.startsWith(`${split(each).path}/`));
  return folder ? folder + path.slice(split(folder).path.length) : `file://${path}`;
}

/** The scheme and the path, still percent-encoded; what follows the path says which state it is. */
function split(uri: string): { readonly scheme: string; readonly path: string } {
  const [, scheme = "", path = ""] = /^([^:]*):(?:\/\/[^/?#]*)?([^?#]*)/.exec(uri) ?? [];
  return { scheme, path };
}
