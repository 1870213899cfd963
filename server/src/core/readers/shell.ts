/** Shell scripts: the commands in them that install. */

import type { Reading } from "../reference.ts";
import { readIgnoredLines } from "./ignoredLines.ts";
import { readInstallCommands } from "./installCommands.ts";

export function readShellScript(text: string): Reading {
  return { ...readInstallCommands(text, "script"), ignores: readIgnoredLines(text) };
}
