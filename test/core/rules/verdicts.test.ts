/**
 * What is said of a name, in whole sentences, in a little world of known names: whoever changes a rule sees what people read.
 * `verdicts.txt` has the names, each with its circumstances; with UPDATE=1 in the environment what is said is written anew.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Knowledge } from "../../../server/src/core/knowledge/knowledge.ts";
import { encodeKnowledge, openKnowledge } from "../../../server/src/core/knowledge/openKnowledge.ts";
import { renderMessage } from "../../../server/src/core/messages.ts";
import { normalizeName } from "../../../server/src/core/names.ts";
import { judgeName, type NameToJudge } from "../../../server/src/core/rules/index.ts";
import type { FolderContents } from "../../../server/src/core/workspaceFacts.ts";
import { makeWorld } from "../../support/world.ts";

const names = (text: string) => text.split(" ").map(normalizeName);
const stdlib = (text: string, versions: readonly string[]) =>
  text.split(" ").map((module): [string, readonly string[]] => [module, versions]);

/** From rank 101 on a name is not known well enough to be what somebody meant by a module of the standard library. */
const popular = [
  ...names(
    "requests numpy urllib3 flask setuptools pyyaml pillow opencv-python litellm dataclasses matplotlib",
  ),
  ...names("scikit-learn umap-learn cv3 google-cloud-storage opencv-contrib-python"),
  ...Array.from({ length: 83 }, (_, index) => normalizeName(`unlike${index}others`)),
  ...names("configparse colorsys2 tensorflow"),
];

const knowledge = openKnowledge(
  encodeKnowledge({
    dates: { popular: "2026-06-16", known: "2026-06-01", malicious: "2026-08-22" },
    popular: popular.map((name) => ({ name, downloads: null })),
    known: names("flask-core obscure-tool opencv cpuinfo py-cpuinfo flask-thing"),
    reviewed: names("enum34 conda-thing pypdf-thing typing opencv"),
    malicious: names("reqeusts-evil evil-thing flaskk umap tensorfl0w").map((name) => ({
      name,
      advisory: null,
      reported: "",
    })),
    compromised: new Map([[normalizeName("litellm"), ["1.82.7", "1.82.8"]]]),
    imports: new Map([
      ["yaml", names("pyyaml")],
      ["PIL", names("pillow obscure-tool")],
      ["cv2", names("opencv-python opencv-contrib-python obscure-tool")],
      ["google_storage", names("google-cloud-storage")],
      ["umap", names("umap-learn")],
      ["cv3", names("opencv-python")],
      ["flask", names("flask")],
      ["conda_thing", names("conda-thing")],
      ["hidden", names("obscure-tool")],
      ["flaskk", names("obscure-tool")],
    ]),
    standardLibrary: new Map([
      ...stdlib("json urllib typing dataclasses configparser colorsys concurrent_futures", ["2.7", "3.6"]),
      ...stdlib("enum ConfigParser", ["3.4", "3.12"]),
      ...stdlib("urllib2 md5", ["2.6", "2.7"]),
    ]),
    systemLibraries: names("libpng"),
    misnomers: new Map([
      [normalizeName("opencv"), names("opencv-python")],
      [normalizeName("pyqt"), names("obscure-tool")],
      [normalizeName("sklearn-kit"), names("scikit-learn")],
    ]),
    honest: names("flasks"),
    words: new Map([["env", 12]]),
    affixOdds: new Map(),
  }),
) as Knowledge;

/** Each line that begins with a letter is a name, alone or behind `import`, with its circumstances as JSON. */
interface Circumstances extends Omit<NameToJudge, "kind" | "name"> {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly contents?: Partial<FolderContents>;
}

const file = new URL("verdicts.txt", import.meta.url);
if (process.env.UPDATE) writeFileSync(file, readLines().map(renew).join("\n"));
const questions = readLines().flatMap((line, place, lines) =>
  isQuestion(line) ? [[line, lines[place + 1]?.trim()] as const] : [],
);

test.each(questions)("%s", (question, said) => {
  expect(answer(question)).toBe(said);
});

function readLines(): string[] {
  return readFileSync(file, "utf8").split("\n");
}

function isQuestion(line: string): boolean {
  return /^[^\s#]/.test(line);
}

function renew(line: string, place: number, lines: readonly string[]): string {
  const before = lines[place - 1] ?? "";
  return isQuestion(before) ? `  ${answer(before)}` : line;
}

function answer(question: string): string {
  const [, module, name = "", json = "{}"] = /^(import )?(\S+)(?: (\{.*))?$/.exec(question) ?? [];
  const { settings, contents, ...place }: Circumstances = JSON.parse(json);
  const world = makeWorld(settings, contents);
  const verdict = judgeName(
    { kind: module ? "module" : "distribution", name, ...place },
    { ...world, knowledge },
  );
  const note = verdict.note ? ` Note: ${renderMessage(verdict.note)}` : "";
  const sentence = renderMessage(verdict.message) + note;
  if (verdict.code === null) return `fine: ${sentence}`;
  const { severity, code, technique, targets } = verdict;
  const meant = targets.map((target) => ` ${target.name} (${target.rank})`).join(",");
  return `${severity} ${code}${meant}${technique ? ` by ${technique}` : ""}: ${sentence}`;
}
