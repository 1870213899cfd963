/** Makes attacks for training: what a mistyping finger or a squatter does to a popular name. The same on every run. */

import { listOfEmptyWords } from "../server/src/core/lookalike/emptyWords.ts";
import { areNeighbourKeys } from "../server/src/core/lookalike/keyboard.ts";
import { type NormalizedName, normalizeName, splitWords } from "../server/src/core/names.ts";

export interface Attack {
  readonly name: NormalizedName;
  readonly target: NormalizedName;
}

/** Numbers from 0 up to but without 1. */
export type Random = () => number;

/** A small generator with a good spread (mulberry32), so that training is repeatable. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Change = (name: string, random: Random) => string | null;

/** How often each change is made, in parts of the whole; drawn from what reports of attacks describe. */
const changes: readonly (readonly [share: number, change: Change])[] = [
  [12, swapNeighbours],
  [12, doubleLetter],
  [11, leaveOut],
  [9, pressNeighbour],
  [10, addLetter],
  [7, replaceLetter],
  [4, swapVowel],
  [3, lookAlike],
  [4, changePlural],
  [2, changeNumber],
  [4, changeHyphen],
  [3, reorder],
  [3, changePython],
];

/** What is put on names, as it is: `-env`, `env-`. */
export interface AffixesToPut {
  /** Seen on malicious names: glued or dashed. */
  readonly malicious: readonly string[];
  /** Any usual word. Glued only: dashed to a popular name it is what honest packages look like. */
  readonly usual: readonly string[];
}

/** So many attacks on targets drawn by the logarithm of their rank. */
export function makeAttacks(
  count: number,
  popular: readonly NormalizedName[],
  affixes: AffixesToPut,
  random: Random,
): Attack[] {
  const attacks: Attack[] = [];
  while (attacks.length < count) {
    const target = popular[Math.floor(popular.length ** random())]!;
    if (target === undefined || target.length < 4) continue;
    const written = random() < 0.2 ? putAffix(target, affixes, random) : distort(target, random);
    const name = written === null ? target : normalizeName(written);
    if (name !== target) attacks.push({ name, target });
  }
  return attacks;
}

function distort(target: string, random: Random): string | null {
  const once = draw(random)(target, random);
  const twice = once !== null && target.length >= 8 && random() < 0.15 ? draw(random)(once, random) : once;
  return twice !== null && twice !== once && target.length >= 9 && random() < 0.2
    ? draw(random)(twice, random)
    : twice;
}

function draw(random: Random): Change {
  const total = changes.reduce((sum, [share]) => sum + share, 0);
  let place = random() * total;
  for (const [share, change] of changes) {
    place -= share;
    if (place < 0) return change;
  }
  return leaveOut;
}

function putAffix(target: string, { malicious, usual }: AffixesToPut, random: Random): string {
  const dice = random();
  if (dice < 0.4) return glue(target, pick(malicious, random)!, random() < 0.5 ? "" : "-");
  if (dice < 0.65) return glue(target, `-${pick(listOfEmptyWords, random)}`, random() < 0.7 ? "" : "-");
  if (dice < 0.9) return glue(target, pick(usual, random)!, "");
  return glue(
    target,
    random() < 0.5 ? `-${fewLetters(random)}` : `${fewLetters(random)}-`,
    random() < 0.7 ? "" : "-",
  );
}

function glue(target: string, affix: string, joint: "" | "-"): string {
  const word = affix.replaceAll("-", "");
  return affix.startsWith("-") ? `${target}${joint}${word}` : `${word}${joint}${target}`;
}

function fewLetters(random: Random): string {
  return Array.from({ length: 1 + somewhere(3, random) }, () => pick(letters, random)).join("");
}

function swapNeighbours(name: string, random: Random): string {
  const at = somewhere(name.length - 1, random);
  return name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
}

function doubleLetter(name: string, random: Random): string {
  const at = somewhere(name.length, random);
  return name.slice(0, at) + name[at] + name.slice(at);
}

function leaveOut(name: string, random: Random): string {
  const at = random() < 0.1 ? 0 : 1 + somewhere(name.length - 1, random);
  return name.slice(0, at) + name.slice(at + 1);
}

function pressNeighbour(name: string, random: Random): string | null {
  const at = somewhere(name.length, random);
  const key = pick(
    letters.filter((letter) => areNeighbourKeys(letter, name[at]!)),
    random,
  );
  if (key === undefined) return null;
  return random() < 0.6
    ? name.slice(0, at) + key + name.slice(at + 1)
    : name.slice(0, at) + key + name.slice(at);
}

function addLetter(name: string, random: Random): string {
  const at = random() < 0.4 ? name.length : 1 + somewhere(name.length, random);
  return name.slice(0, at) + pick(added, random) + name.slice(at);
}

function replaceLetter(name: string, random: Random): string {
  const at = somewhere(name.length, random);
  return name.slice(0, at) + pick(added, random) + name.slice(at + 1);
}

function swapVowel(name: string, random: Random): string | null {
  const at = pick(
    [...name].flatMap((letter, place) => ("aeiou".includes(letter) ? [place] : [])),
    random,
  );
  return at === undefined ? null : name.slice(0, at) + pick([..."aeiou"], random) + name.slice(at + 1);
}

function lookAlike(name: string, random: Random): string | null {
  const pairs = [
    ["l", "1"],
    ["o", "0"],
    ["i", "1"],
    ["s", "5"],
    ["e", "3"],
    ["m", "rn"],
    ["w", "vv"],
    ["i", "l"],
  ] as const;
  const [letter, twin] =
    pick(
      pairs.filter(([from]) => name.includes(from)),
      random,
    ) ?? [];
  return letter === undefined || twin === undefined ? null : name.replace(letter, twin);
}

function changePlural(name: string): string {
  return name.endsWith("s") ? name.slice(0, -1) : `${name}s`;
}

function changeNumber(name: string, random: Random): string {
  const bare = name.replace(/-?\d+$/, "");
  return bare !== name && random() < 0.7 ? bare : bare + pick(["2", "3", "4", "-2", "1"], random);
}

function changeHyphen(name: string, random: Random): string | null {
  const hyphens = [...name].flatMap((letter, place) => (letter === "-" ? [place] : []));
  const at = pick(hyphens, random);
  if (at !== undefined) return name.slice(0, at) + name.slice(at + 1);
  if (name.length < 7) return null;
  const cut = 3 + somewhere(name.length - 6, random);
  return `${name.slice(0, cut)}-${name.slice(cut)}`;
}

function reorder(name: string, random: Random): string | null {
  const words = splitWords(normalizeName(name));
  if (words.length < 2) return null;
  const turned = words.length === 2 ? words.toReversed() : [...words.slice(1), words[0]!];
  return turned.join(random() < 0.3 ? "" : "-");
}

function changePython(name: string, random: Random): string {
  const bare = name.replace(/^(python-|py)|(-python|-?py)$/g, "");
  if (bare !== name && bare.length >= 3 && random() < 0.4) return bare;
  return pick(
    [
      `python-${bare}`,
      `py${bare}`,
      `${bare}-python`,
      `python3-${bare}`,
      `py-${bare}`,
      `${bare}-py`,
      `${bare}py`,
    ],
    random,
  )!;
}

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const added = [...letters, ..."012"];

function somewhere(length: number, random: Random): number {
  return Math.floor(random() * length);
}

function pick<Value>(values: readonly Value[], random: Random): Value | undefined {
  return values[Math.floor(random() * values.length)];
}
