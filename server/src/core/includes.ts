/** Where the files lie that a requirements file takes in: `-r other.txt`, `-c ../constraints.txt`. */

/**
 * The path below the workspace folder of a file that another one names, or null where it lies elsewhere: above the
 * folder, at an absolute path, at a URL, or at a place that a variable decides.
 * @param from path of the file that names it, below the workspace folder, with `/` as separator
 */
export function resolveInclude(from: string, written: string): string | null {
  const path = written.replaceAll("\\", "/");
  if (path === "" || path.startsWith("/") || /^[a-z][a-z0-9+.-]*:/i.test(path) || path.includes("${"))
    return null;
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}
