/** Python files as projects have them, made without Python and the same on every run: imports, docstrings, comments, code. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Random, seededRandom } from "../../../data/attacks.ts";

/** A file is about so many bytes long: the median is shorter in real projects, and the mean is theirs. */
const fileLength = 16_700;
const filesInFolder = 60;
/** One file in so many imports a misspelt module, so that there is something to find. */
const filesForOneDefect = 60;

/** Writes so many files below a folder, as packages of sixty modules each. */
export function writePythonProject(folder: string, files: number): void {
  for (let start = 0; start < files; start += filesInFolder) {
    const inner = join(folder, "acme", `part${start / filesInFolder}`);
    mkdirSync(inner, { recursive: true });
    for (let place = start; place < Math.min(files, start + filesInFolder); place += 1) {
      writeFileSync(join(inner, `module${place}.py`), pythonFile(place));
    }
  }
  writeFileSync(join(folder, "requirements.txt"), "requests\nnumpy\npandas\nsqlalchemy\nattrs\nclick\n");
}

/** How many names of {@link writePythonProject} are flagged. */
export function defectsOfProject(files: number): number {
  return Math.ceil(files / filesForOneDefect);
}

/** @param place equal places give equal texts */
export function pythonFile(place: number): string {
  const random = seededRandom(place + 1);
  const parts = [head(place, random)];
  let length = parts[0]!.length;
  while (length < fileLength) {
    const part = random() < 0.45 ? classOf(random) : functionOf(random, "");
    parts.push(part);
    length += part.length;
  }
  return parts.join("\n\n");
}

const standard = [
  "os",
  "re",
  "sys",
  "json",
  "logging",
  "datetime",
  "pathlib",
  "typing",
  "collections",
  "functools",
];
const installed = ["requests", "numpy as np", "pandas as pd", "sqlalchemy", "attr", "click", "yaml", "boto3"];
const words =
  "order invoice customer ledger amount total status payment batch record region account window".split(" ");
const verbs = "load save merge check apply build count split parse close fetch update remove render".split(
  " ",
);

function head(place: number, random: Random): string {
  const lines = [
    `"""${sentence(random)}\n\n${paragraph(random, "")}\n"""`,
    "",
    "from __future__ import annotations",
    "",
  ];
  for (const module of draw(standard, 4, random)) lines.push(`import ${module}`);
  lines.push("from typing import Any, Iterable, Optional", "");
  for (const module of draw(installed, 3, random)) lines.push(`import ${module}`);
  if (place % filesForOneDefect === 0) lines.push("import reqeusts");
  lines.push("from sqlalchemy.orm import (", "    Session,", "    relationship,", ")", "");
  for (let count = 0; count < 3; count += 1) {
    const other = Math.floor(random() * filesInFolder);
    lines.push(`from acme.part0.module${other} import ${pick(verbs, random)}_${pick(words, random)}`);
  }
  lines.push("from . import settings", "", "logger = logging.getLogger(__name__)", "");
  return lines.join("\n");
}

function classOf(random: Random): string {
  const name = `${capital(pick(words, random))}${capital(pick(words, random))}`;
  const methods = Array.from({ length: 2 + Math.floor(random() * 4) }, () => functionOf(random, "    "));
  const head = `class ${name}:\n    """${sentence(random)}\n\n${paragraph(random, "    ")}\n    """\n`;
  return `${head}\n${methods.join("\n\n")}`;
}

function functionOf(random: Random, indent: string): string {
  const [first, second] = [pick(words, random), pick(words, random)];
  const self = indent === "" ? "" : "self, ";
  const lines = [
    `def ${pick(verbs, random)}_${first}(${self}${first}: int, ${second}: Optional[str] = None) -> dict[str, Any]:`,
  ];
  if (random() < 0.6)
    lines.push(`    """${sentence(random)}`, "", ...paragraph(random, "    ").split("\n"), `    """`);
  const statements = 4 + Math.floor(random() * 10);
  for (let count = 0; count < statements; count += 1) lines.push(...statement(random, first, second));
  lines.push(`    return {"${first}": ${first}, "${second}": ${second} or "none"}`);
  return lines.map((line) => (line === "" ? "" : indent + line)).join("\n");
}

function statement(random: Random, first: string, second: string): string[] {
  const value = Math.floor(random() * 1_000);
  const kinds = [
    () => [`    ${pick(words, random)} = ${first} * ${value} + len(str(${second}))  # ${sentence(random)}`],
    () => [`    if ${first} > ${value}:`, `        logger.info("%s is above %d", "${second}", ${first})`],
    () => [
      `    # ${sentence(random)}`,
      `    for item in range(${value}):`,
      `        ${first} += item % ${value + 1}`,
    ],
    () => [`    names = [f"{${second}}-{n:03d}" for n in range(${value}) if n % 3 == 0]`],
    () => [
      `    with open(f"/var/data/${second}-{${first}}.json", encoding="utf-8") as file:`,
      "        data = json.load(file)",
    ],
    () => [`    message = "select * from ${first} where ${second} = 'import of %s'" % ${second}`],
    () => [
      "    try:",
      `        ${first} = int(${second} or 0)`,
      "    except (TypeError, ValueError) as error:",
      "        raise RuntimeError(str(error)) from error",
    ],
    () => [`    table = {"${first}": [${value}, ${value + 1}], "${second}": ("a", 'b', """c""")}`],
  ];
  return pick(kinds, random)();
}

function paragraph(random: Random, indent: string): string {
  return Array.from({ length: 2 + Math.floor(random() * 4) }, () => indent + sentence(random)).join("\n");
}

function sentence(random: Random): string {
  const length = 6 + Math.floor(random() * 6);
  const middle = Array.from({ length }, () => pick(words, random)).join(" ");
  const person = random() < 0.002 ? "Łukasz" : "caller";
  return `${capital(pick(verbs, random))} the ${middle} from the ${person}.`;
}

function draw<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const start = Math.floor(random() * items.length);
  return Array.from({ length: count }, (_, place) => items[(start + place) % items.length]!);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[Math.floor(random() * items.length)]!;
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
