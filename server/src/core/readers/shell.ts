/** Shell scripts: the commands in them that install. */

import { readIgnoredLines } from "./ignoredLines.ts";
import type { Reader } from "./index.ts";
import { readInstallCommands } from "./installCommands.ts";

export const shellReader: Reader = {
  id: "shell",
  title: "shell scripts",
  patterns: ["**/*.sh", "**/*.bash", "**/*.zsh"],
  languageId: "shellscript",
  role: "code",
  read: (text) => ({ ...readInstallCommands(text), ignores: readIgnoredLines(text) }),
};
