/** TOML documents of every construct in odd layouts, from a seed. Some are invalid: a key that is written twice, mostly. */

import { type Random, seededRandom } from "./random.ts";

export function generateToml(seed: number, count: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => generateDocument(random));
}

function generateDocument(random: Random): string {
  const lineBreak = random.oneIn(4) ? "\r\n" : "\n";
  const lines = Array.from({ length: 1 + random.below(12) }, () => generateLine(random));
  return lines.join("\n").replaceAll("\n", lineBreak) + (random.oneIn(2) ? lineBreak : "");
}

function generateLine(random: Random): string {
  const end = random.pick(["", "", "", " ", "\t# comment", ' # "quoted" [x] = 1']);
  switch (random.below(8)) {
    case 0:
      return end.trimStart();
    case 1:
      return `${random.pick(["", "", "  "])}[${spaced(random, dotted(random))}]${end}`;
    case 2:
      return `[[${spaced(random, dotted(random))}]]${end}`;
    default:
      return `${random.pick(["", "", " \t"])}${dotted(random)}${random.pick([" = ", "=", "\t=  "])}${value(random, 3)}${end}`;
  }
}

function spaced(random: Random, text: string): string {
  return random.oneIn(4) ? ` ${text}\t` : text;
}

function dotted(random: Random): string {
  const keys = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => key(random));
  return keys.join(random.pick([".", ".", " . "]));
}

/** Few of them repeat, so that most documents are valid. */
function key(random: Random): string {
  const word = random.pick(["a", "name", "1", "x-y_z", "true", "é"]) + random.below(1000);
  if (/é/.test(word) || random.oneIn(4))
    return random.pick([`"${word}"`, `'${word}'`, `"\\u0061 ${word}"`, `'.=${word}'`]);
  return word;
}

function value(random: Random, depth: number): string {
  switch (random.below(depth > 0 ? 9 : 6)) {
    case 0:
      return random.pick([
        "1",
        "-0x1F",
        "1.5e3",
        "true",
        "inf",
        "1979-05-27T07:32:00Z",
        "1979-05-27 07:32:00",
        "07:32:00",
      ]);
    case 1:
    case 2:
      return `"${characters(random, basic)}"`;
    case 3:
      return `'${characters(random, literal)}'`;
    case 4:
      return `"""${characters(random, [...basic, ...multiLine, '"', '""', "\\\n  ", "\\ \n\n"])}"""`;
    case 5:
      return `'''${characters(random, [...literal, ...multiLine, "'", "''"])}'''`;
    case 6:
      return `{${spaced(
        random,
        items(random, () => `${dotted(random)} = ${value(random, depth - 1)}`, ", "),
      )}}`;
    case 7:
      return `[${items(random, () => value(random, depth - 1), random.pick([", ", ",", " , "]))}]`;
    default: {
      const separator = random.pick([",\n", ",\n  ", ", # [x]\n", "\n,\n"]);
      return `[\n${items(random, () => value(random, depth - 1), separator)}${random.pick(["\n", ",\n", ", # end\n"])}]`;
    }
  }
}

function items(random: Random, make: () => string, separator: string): string {
  return Array.from({ length: 1 + random.below(4) }, make).join(separator);
}

function characters(random: Random, choices: readonly string[]): string {
  return Array.from({ length: random.below(8) }, () => random.pick(choices)).join("");
}

const literal = [
  "a",
  "requests",
  " ",
  "é",
  "😀",
  "#",
  "[b]",
  "=",
  ",",
  "{",
  "}",
  "\\",
  '"',
  "\\u0061",
  "\t",
  ".",
];
const basic = [
  ...["a", "requests", " ", "é", "😀", "#", "[b]", "=", ",", "{", "}", "'", "\t", "."],
  ...["\\\\", '\\"', "\\n", "\\u0061", "\\U0001F600", "\\b"],
];
const multiLine = ["\n", "\n[b]\n", "\nc = 'x'\n", "\n\n"];
