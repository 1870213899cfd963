/** Why something in the system went wrong, in words for people. */

import * as l10n from "@vscode/l10n";

/** Without the call and the path that Node adds. What happens often is in the reader's language, the rest in the system's words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  switch ("code" in error && error.code) {
    case "ENOENT":
      return l10n.t("no such file or directory");
    case "EACCES":
      return l10n.t("permission denied");
    case "EPERM":
      return l10n.t("operation not permitted");
    case "EISDIR":
      return l10n.t("this is a folder");
    case "EROFS":
      return l10n.t("read-only file system");
    case "ENOSPC":
      return l10n.t("no space left on device");
    default:
      return /^[A-Z]+: ([^,]+)/.exec(error.message)?.[1] ?? error.message;
  }
}
