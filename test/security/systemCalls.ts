/**
 * What a program asks of the system, as strace saw it: the programs that it starts, the network that it reaches for, the
 * files that it opens. What the programs that it starts do then is told apart.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../support/temporaryFolder.ts";

export interface Opened {
  /** Free of links, as the system has it. */
  readonly path: string;
  /** Opened for nothing but the names in it. */
  readonly isFolder: boolean;
}

export interface SystemCalls {
  /** All programs, the first one among them. */
  readonly started: readonly string[];
  /** Calls of the program itself, as strace writes them; a pair of sockets that ends in the program is none. */
  readonly network: readonly string[];
  /** The same of the programs that it started. */
  readonly networkOfOthers: readonly string[];
  /** By the program itself. */
  readonly opened: readonly Opened[];
}

/** The command in front of a program, and what it saw once the program has ended. */
export function traceCalls(): { readonly command: readonly string[]; readonly calls: () => SystemCalls } {
  const output = join(temporaryFolder({}), "trace");
  const watched = "trace=network,execve,execveat,fork,vfork,clone,clone3,open,openat,openat2";
  return {
    command: ["strace", "-f", "-y", "-qq", "-s", "4096", "-e", watched, "-o", output],
    calls: () => readCalls(readFileSync(output, "utf8")),
  };
}

/** @param trace each line with its process or thread before it */
export function readCalls(trace: string): SystemCalls {
  const calls = wholeCalls(trace);
  const parents = new Map(
    calls.flatMap(({ id, text }) => {
      const child = /^(?:clone3?|v?fork)\(.* = (\d+)$/.exec(text)?.[1];
      return child === undefined ? [] : [[child, id] as const];
    }),
  );
  const program = calls[0]?.id;
  const others = new Set<string>();
  const isOthers = (id: string | undefined): boolean =>
    id !== undefined && (others.has(id) || isOthers(parents.get(id)));

  const started: string[] = [];
  const network = { own: [] as string[], others: [] as string[] };
  const opened: Opened[] = [];
  for (const { id, text } of calls) {
    const file = /^execve(?:at)?\((?:\w+(?:<[^>]*>)?, )?"([^"]+)".* = 0$/.exec(text)?.[1];
    if (file !== undefined) {
      started.push(file);
      if (id !== program) others.add(id);
    }
    if (/^(?:socket|connect|bind|listen|accept4?|send(?:to|msg|mmsg))\(/.test(text))
      network[isOthers(id) ? "others" : "own"].push(text);
    const [, flags, path] = /^open(?:at2?)?\(.*", (.*)\) = \d+<(.+)>$/.exec(text) ?? [];
    if (flags !== undefined && path !== undefined && !isOthers(id))
      opened.push({ path, isFolder: flags.includes("O_DIRECTORY") });
  }
  return { started, network: network.own, networkOfOthers: network.others, opened };
}

/** Calls in the order in which they ended, those in one piece that others interrupted. */
function wholeCalls(trace: string): { readonly id: string; readonly text: string }[] {
  const begun = new Map<string, string>();
  return trace.split("\n").flatMap((line) => {
    const [, id, part] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (id === undefined || part === undefined) return [];
    const beginning = / <unfinished \.\.\.>$/.test(part);
    const [resumed] = /^<\.\.\. \w+ resumed>/.exec(part) ?? [];
    const text = resumed === undefined ? part : `${begun.get(id) ?? ""}${part.slice(resumed.length)}`;
    if (beginning) begun.set(id, text.replace(/ <unfinished \.\.\.>$/, ""));
    // The result stands in a column of its own.
    return beginning ? [] : [{ id, text: text.replace(/\)\s+= /, ") = ") }];
  });
}
