/** Requirements and constraints files in pip's format. */

import type {
  DistributionReference,
  FileInclude,
  IgnoreComment,
  IndexUse,
  Reading,
  TextSpan,
} from "../reference.ts";
import { BLANK, stripped } from "./characters.ts";
import { readIgnoreComment } from "./ignoreComments.ts";
import { isLocation, nameInLocation } from "./location.ts";
import { type LogicalLine, logicalLines } from "./logicalLines.ts";
import { readRequirement } from "./requirement.ts";
import { type Option, readOptions } from "./requirementOptions.ts";

export function readRequirementsFile(text: string): Reading {
  const references: DistributionReference[] = [];
  const includes: FileInclude[] = [];
  const ignores: IgnoreComment[] = [];
  const indexes: IndexUse[] = [];

  for (const line of logicalLines(text)) {
    const codes = readIgnoreComment(line.comment);
    if (codes !== null) ignores.push({ line: line.span, codes });

    const argument = readArgument(line.content);
    const options = readOptions(line.content, argument.end);
    const isOptionLine = argument.text === "";
    const named = isOptionLine ? readEditable(options) : nameIn(argument.text, argument.start);
    if (named !== null) references.push(placeInFile(line, named, options));
    if (!isOptionLine) continue;
    for (const file of includedFiles(line, options)) includes.push(file);
    for (const index of namedIndexes(line, options)) indexes.push(index);
  }
  return { references, includes, ignores, indexes };
}

const OPTIONS_START = new RegExp(`(?<![^${BLANK}])-`);

/** What stands before the first word that begins with a hyphen, as pip splits a line. */
export function readArgument(content: string): { text: string; start: number; end: number } {
  const optionsStart = content.search(OPTIONS_START);
  const before = optionsStart < 0 ? content : content.slice(0, optionsStart);
  const { start, end } = stripped(before);
  return { text: before.slice(start, end), start, end };
}

/** A name and what belongs to it, as ranges of a logical line's content. */
interface NamedDistribution {
  readonly name: TextSpan;
  readonly extras: readonly string[];
  readonly specifier: TextSpan | null;
  readonly pin: TextSpan | null;
  readonly direct: boolean;
}

function nameIn(text: string, start: number): NamedDistribution | null {
  const shift = (span: TextSpan) => ({ start: span.start + start, end: span.end + start });
  if (isLocation(text)) {
    const name = nameInLocation(text);
    return name && { name: shift(name), extras: [], specifier: null, pin: null, direct: true };
  }
  const requirement = readRequirement(text);
  return (
    requirement && {
      name: shift(requirement.name),
      extras: requirement.extras,
      specifier: requirement.specifier && shift(requirement.specifier),
      pin: requirement.pin && shift(requirement.pin),
      direct: requirement.url !== null,
    }
  );
}

/** `-e git+https://…#egg=name`; an editable requirement is always a URL or a path. */
function readEditable(options: readonly Option[]): NamedDistribution | null {
  const editable = options.find(({ name }) => name === "-e" || name === "--editable");
  if (editable === undefined || !isLocation(editable.value)) return null;
  return nameIn(editable.value, editable.valueSpan.start);
}

function placeInFile(
  line: LogicalLine,
  { name, extras, specifier, pin, direct }: NamedDistribution,
  options: readonly Option[],
): DistributionReference {
  const hashes = options.filter((option) => option.name === "--hash").map((option) => option.span);
  return {
    kind: "distribution",
    // As pip joins the lines: one that continues within the name is no part of it.
    name: line.content.slice(name.start, name.end),
    span: line.locate(name),
    specifier: specifier && line.content.slice(specifier.start, specifier.end),
    extras,
    pin: pin && line.locate(pin),
    hashes: hashes.map(line.locate),
    removal: line.removal,
    direct,
  };
}

const INCLUDES: ReadonlySet<string> = new Set(["-r", "--requirement", "-c", "--constraint"]);

function includedFiles(line: LogicalLine, options: readonly Option[]): FileInclude[] {
  return options
    .filter(({ name, value }) => INCLUDES.has(name) && value !== "")
    .map(({ value, valueSpan }) => ({ path: value, span: line.locate(valueSpan) }));
}

const INDEXES: ReadonlyMap<string, IndexUse["role"]> = new Map([
  ["-i", "instead"],
  ["--index-url", "instead"],
  ["--pypi-url", "instead"],
  ["--extra-index-url", "beside"],
]);

function namedIndexes(line: LogicalLine, options: readonly Option[]): IndexUse[] {
  return options.flatMap(({ name, value, valueSpan }) => {
    const role = INDEXES.get(name);
    return role && value !== "" ? [{ url: value, span: line.locate(valueSpan), role }] : [];
  });
}
