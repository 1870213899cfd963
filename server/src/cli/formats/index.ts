/** The registry of report formats: a new format is one file and one line here. */

import type { Report } from "../report.ts";
import { renderGitHub } from "./github.ts";
import { renderGitLab } from "./gitlab.ts";
import { renderJson } from "./json.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderSarif } from "./sarif.ts";
import { renderText } from "./text.ts";

/** @param colour whether a terminal that shows colours is to show the text; programs get none */
export type Format = (report: Report, colour: boolean) => string;

/** Sentences are in the reader's language; codes, keys, severities and fingerprints, which programs go by, never are. */
export const formats = {
  text: renderText,
  json: renderJson,
  sarif: renderSarif,
  github: renderGitHub,
  gitlab: renderGitLab,
  markdown: renderMarkdown,
} as const satisfies Readonly<Record<string, Format>>;

export const formatNames = Object.keys(formats) as readonly (keyof typeof formats)[];
