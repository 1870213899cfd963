/** `noxfile.py`: what its sessions install, and its imports. Nothing is run. */

import type { Reading, TextSpan } from "../reference.ts";
import { combineReadings } from "./excerpt.ts";
import { readInstallCommand } from "./installCommands.ts";
import { removalOf } from "./itemRemoval.ts";
import { readPython } from "./python.ts";
import { bracketItems, maskStrings, stringItem } from "./pythonLiterals.ts";
import type { Word } from "./shellWordText.ts";

export function readNoxfile(text: string): Reading {
  return combineReadings([readPython(text), ...readCalls(text)]);
}

/** `session.install(…)` is `pip install …`; `session.run(…)` takes a command. */
const CALL = /\.(install|run|run_always|run_install)\s*\(/g;
const KEYWORD_ARGUMENT = /^\w+\s*=/;

function readCalls(text: string): Reading[] {
  const code = maskStrings(text);
  const calls = [...code.matchAll(CALL)];
  return calls.map((call, index) => {
    const parenthesis = call.index + call[0].length - 1;
    const items = bracketItems(code, parenthesis, calls[index + 1]?.index ?? code.length);
    const words = items
      .filter(({ start, end }) => !KEYWORD_ARGUMENT.test(code.slice(start, end)))
      .map((item) => wordOf(text, code, item));
    return readInstallCommand(
      call[1] === "install" ? [word("pip"), word("install"), ...words] : words,
      "commands",
    );
  });
}

/** What is no string, `*requirements` or a variable, is a word that nobody knows. */
function wordOf(text: string, code: string, item: TextSpan): Word {
  const string = stringItem(text, code, item);
  return string === null ? word("$") : { ...string, removal: removalOf(text, item) };
}

/** A word that has no place in the file. */
function word(text: string): Word {
  return { text, locate: () => ({ start: 0, end: 0 }), removal: null };
}
