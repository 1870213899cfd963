/** The examples on the page of a rule, and what the program says of them. */

import { checkReading, readText } from "../../server/src/core/check.ts";
import { renderMessage, type Translate } from "../../server/src/core/messages.ts";
import { readSquiggles } from "../support/squiggles.ts";
import { makeWorld } from "../support/world.ts";
import type { Section } from "./markdown.ts";
import { readSettings } from "./settings.ts";

export interface Example {
  readonly file: string;
  readonly drawing: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The blocks that name a file, each under the settings that stand before it in the same section. */
export function readExamples({ blocks }: Section): Example[] {
  let settings: Readonly<Record<string, unknown>> = {};
  return blocks.flatMap(({ language, file, text }) => {
    if (language === "jsonc") settings = readSettings(text);
    return file === null ? [] : [{ file, drawing: text, settings }];
  });
}

/** @param translate English where it is left out */
export function messagesOf({ file, drawing, settings }: Example, translate?: Translate): string[] {
  const { text } = readSquiggles(drawing);
  const { findings } = checkReading(readText({ path: file, text }), makeWorld(settings));
  return findings.map(({ message }) => renderMessage(message, translate));
}

/** Ranks and dates change with every snapshot. */
export function withoutNumbers(sentence: string): string {
  return sentence.replaceAll(/\d+/g, "0");
}
