/**
 * Shell text as commands and their words as they are written, for POSIX shells, PowerShell and cmd alike. The commands
 * of `$(…)` are found wherever a shell runs them: in quotes, in braces and in the bodies of here-documents too.
 */

import type { TextSpan } from "../reference.ts";
import { bodyFinder } from "./hereDocuments.ts";
import { arithmeticFinder } from "./shellArithmetic.ts";
import type { ShellDialect } from "./shellDialect.ts";
import type { Pipeline, WrittenCommand } from "./shellNesting.ts";
import { readShellRegion } from "./shellRegion.ts";

/** A part of a script that is read by itself: the whole of it, the body of a here-document, or arithmetic. */
export interface ShellRegion extends TextSpan {
  /** What it is handed to: a shell runs it as a script. */
  readonly pipeline: Pipeline;
  /** Whether the substitutions in it are run even where it is no script. */
  readonly isExpanded: boolean;
}

/** What is known of a script as a whole, and what is still to be read of it. */
export interface ShellText {
  readonly script: string;
  readonly dialect: ShellDialect;
  readonly findBody: ReturnType<typeof bodyFinder>;
  readonly arithmeticEnd: ReturnType<typeof arithmeticFinder>;
  /** Has a region read after this one: a pipeline's end tells what its documents are. */
  readLater(region: ShellRegion): void;
}

/** Finds the commands of a script. */
export function shellCommands(script: string, dialect: ShellDialect): WrittenCommand[] {
  const regions: ShellRegion[] = [
    { start: 0, end: script.length, pipeline: { isRun: true }, isExpanded: true },
  ];
  const starts = new Set<number>();
  const text: ShellText = {
    script,
    dialect,
    findBody: bodyFinder(script),
    arithmeticEnd: arithmeticFinder(script),
    readLater(region) {
      if (!starts.has(region.start)) regions.push(region);
      starts.add(region.start);
    },
  };
  const found: WrittenCommand[] = [];
  for (const region of regions) {
    if (!region.pipeline.isRun && !region.isExpanded) continue;
    readShellRegion(text, region, (command) => found.push(command));
  }
  return found;
}
