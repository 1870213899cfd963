/**
 * Shell scripts, held to what bash runs: each generated script is run with nothing but a `pip` that writes its arguments
 * down, in an empty folder. A name that this `pip` was given is one that the reader finds, and the other way round.
 */

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readShellScript } from "../../../../server/src/core/readers/shell.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

const bash = ["/bin/bash", "/usr/bin/bash", "/usr/local/bin/bash"].find((path) => existsSync(path));
if (bash === undefined)
  console.warn("Shell scripts are not compared with bash: there is none on this machine.");

/** How a word is written: as it is, with quotes, with escapes, over two lines. */
const writings: readonly ((word: string) => string)[] = [
  (word) => word,
  (word) => word,
  (word) => `"${word}"`,
  (word) => `'${word}'`,
  (word) => `$'${word}'`,
  (word) => `${word.slice(0, 2)}'${word.slice(2)}'`,
  (word) => `${word.slice(0, 1)}\\${word.slice(1)}`,
  (word) => `${word.slice(0, 2)}\\\n${word.slice(2)}`,
  (word) => `${word.slice(0, 2)}""${word.slice(2)}`,
];
const written = (word: string) => fc.constantFrom(...writings).map((write) => write(word));

const braced = (value: string) => `\${n${value}}`;

/** Words that mean nothing, with every mark that a careless reader falls for. */
const noise = fc.constantFrom(
  ...[
    "x",
    "a#'b'",
    "\\'",
    '\\"',
    "$'\\''",
    "$'\\\\'",
    '"\'"',
    "'\"'",
    '"\\""',
    "''",
    '""',
    "'`'",
    "^",
    '"#"',
    "a#b",
  ],
  ...[
    '"<<E"',
    "'<<E'",
    "\\<\\<E",
    "$((1<<E))",
    "case",
    "esac",
    ">out",
    "2>&1",
    "&>out",
    "a\\\n'b\nc'",
    '"a\n#b"',
  ],
  ...[
    ...[":-'}'", ':-"a b"', "#\\'"].map(braced),
    ...[":-'", ':-"\'"', ':-"}"'].map((value) => `"${braced(value)}"`),
    "'$('",
    '"\\$("',
    "\\$\\(",
  ],
);
const NAMES = ["alpha", "bravo", "charlie", "delta"];
const name = fc.constantFrom(...NAMES);
const blank = fc.constantFrom(" ", "  ", "\t", " \\\n ", "\\\n ");

const install = fc
  .tuple(
    written("pip"),
    written("install"),
    name.chain(written),
    fc.option(fc.constantFrom(">out", "&>out", "2>&1", "-q", "--no-deps"), { nil: "" }),
    fc.array(blank, { minLength: 3, maxLength: 3 }),
  )
  .map(([pip, verb, package_, other, [a, b, c]]) => `${pip}${a}${verb}${b}${other}${c}${package_}`);
const quiet = fc
  .tuple(fc.constantFrom("echo", ":", "true"), fc.array(noise, { maxLength: 3 }))
  .map((words) => words.flat().join(" "));
const naming = name.map((word) => `echo pip install ${word}`);
const simple = fc.oneof(
  { weight: 3, arbitrary: install },
  { weight: 3, arbitrary: quiet },
  { weight: 1, arbitrary: naming },
);

// A blank behind each parenthesis: what `(((` begins, bash itself decides in more than one way.
const { script } = fc.letrec<{ script: string; command: string }>((tie) => ({
  command: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    { weight: 6, arbitrary: simple },
    tie("command").map((inner) => `echo $( ${inner}\n)`),
    tie("command").map((inner) => `echo "a $( ${inner}\n) b"`),
    tie("command").map((inner) => `x="$( ${inner}\n)"`),
    tie("command").map((inner) => `echo \${n:-$( ${inner}\n)}`),
    tie("command").map((inner) => `( ${inner}\n)`),
    tie("command").map((inner) => `{ ${inner}\n}`),
    tie("command").map((inner) => `if ${inner}\nthen :; fi`),
    tie("command").map((inner) => `case x in (y) :;; x) ${inner}\n;; esac`),
    tie("command").map((inner) => `echo $(case x in x) ${inner}\n;; esac)`),
    tie("command").map((inner) => `((x=1<<E))\n${inner}\nE=1`),
    tie("command").map((inner) => `: <<E\n$( ${inner}\n)\nE\n`),
    tie("command").map((inner) => `: <<'E'\n$( ${inner}\n)\nE\n`),
    tie("command").map((inner) => `: <<-E\n\t'"\n\tE\n${inner}`),
    tie("command").map((inner) => `: <<E <<"F G"\n'\nE\n"\nF G\n${inner}`),
    tie("command").map((inner) => `: <<E # \\\nE\n${inner}`),
    tie("command").map((inner) => `: <<E\na\\\nE\n'\nE\n${inner}`),
    tie("command").map((inner) => `: # '"\n${inner}`),
    fc
      .tuple(tie("command"), fc.constantFrom("\n", ";", " & wait\n", " | "), tie("command"))
      .map(([first, separator, second]) =>
        // A document or a comment at the end of the first needs its line to end.
        /\n|#/.test(first) ? `${first}\n${second}` : `${first}${separator}${second}`,
      ),
  ),
  script: fc
    .array(tie("command") as fc.Arbitrary<string>, { minLength: 1, maxLength: 4 })
    .map((commands) => `${commands.join("\n")}\n`),
}));

test.skipIf(bash === undefined)(
  "names are found where bash has pip install them, and nowhere else",
  { timeout: 120_000 },
  () => {
    const folder = temporaryFolder({ "tools/pip": FAKE_PIP, "script.sh": "", "work/out": "" });
    chmodSync(join(folder, "tools/pip"), 0o755);
    fc.assert(
      fc.property(script, (text) => {
        const installed = installedBy(text, folder);
        fc.pre(installed !== null);
        expect(foundIn(text)).toEqual(installed);
      }),
      { numRuns: process.env.NAMESAKE_NIGHTLY ? 2_000 : 150 },
    );
  },
);

const FAKE_PIP = '#!/bin/bash\necho "$*" >> "$RECORD"\n';

/** What bash has `pip` install, in alphabetical order; null for a script that it does not take. */
function installedBy(text: string, folder: string): string[] | null {
  const record = join(folder, "record");
  writeFileSync(record, "");
  writeFileSync(join(folder, "script.sh"), text);
  const { stderr } = spawnSync(bash!, ["--norc", "--noprofile", join(folder, "script.sh")], {
    cwd: join(folder, "work"),
    env: { PATH: join(folder, "tools"), RECORD: record },
    input: "",
    encoding: "utf8",
    timeout: 10_000,
  });
  if (/syntax error|unexpected|bad substitution/.test(stderr)) return null;
  const commands = readFileSync(record, "utf8").split("\n");
  return commands
    .filter((command) => command.startsWith("install "))
    .flatMap((command) => command.split(" ").filter((word) => NAMES.includes(word)))
    .sort();
}

function foundIn(text: string): string[] {
  const { references } = readShellScript(text);
  return references.map(({ name }) => name).sort();
}
