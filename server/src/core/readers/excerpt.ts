/**
 * A stretch of a file as its format means it, without indentation, continuations, quotes or escapes, together with the
 * way back to the file. So what reads requirements or shell commands need not know what they are wrapped in.
 */

import type { PackageReference, Reading, TextSpan } from "../reference.ts";
import { stripped } from "./characters.ts";

export interface Excerpt {
  readonly text: string;
  /** The place in the file of a part of `text`. It includes what the format leaves out between the part's two ends. */
  locate(part: TextSpan): TextSpan;
}

/** Text that stands in the file from `offset` on, over `length` code units; without it over as many as `text` has. */
export interface Piece {
  readonly text: string;
  readonly offset: number;
  readonly length?: number;
}

/** A stretch that means just what is written. */
export function excerptOf(file: string, { start, end }: TextSpan): Excerpt {
  return {
    text: file.slice(start, end),
    locate: (part) => ({ start: part.start + start, end: part.end + start }),
  };
}

export function joinPieces(pieces: readonly Piece[]): Excerpt {
  const positions: number[] = [];
  let position = 0;
  for (const { text } of pieces) {
    positions.push(position);
    position += text.length;
  }
  const offsetOf = (place: number, edge: "start" | "end") => {
    const index = lastAtMost(positions, edge === "end" ? place - 1 : place);
    const piece = pieces[index];
    if (piece === undefined) return place;
    const isVerbatim = piece.length === undefined || piece.length === piece.text.length;
    if (isVerbatim) return piece.offset + place - positions[index]!;
    return edge === "start" ? piece.offset : piece.offset + piece.length;
  };
  return {
    text: pieces.map(({ text }) => text).join(""),
    locate: ({ start, end }) => ({
      start: offsetOf(start, "start"),
      end: start === end ? offsetOf(start, "start") : offsetOf(end, "end"),
    }),
  };
}

/** Excerpts side by side, with a blank between two of them. */
export function besideEachOther(excerpts: readonly Excerpt[]): Excerpt {
  const positions: number[] = [];
  let position = 0;
  for (const { text } of excerpts) {
    positions.push(position);
    position += text.length + 1;
  }
  const placeAt = (place: number, length: number) => {
    const index = lastAtMost(positions, place);
    const start = place - positions[index]!;
    return excerpts[index]!.locate({ start, end: start + length });
  };
  return {
    text: excerpts.map(({ text }) => text).join(" "),
    locate: ({ start, end }) => ({
      start: placeAt(start, 0).start,
      end: start === end ? placeAt(start, 0).start : placeAt(end - 1, 1).end,
    }),
  };
}

/** The index of the last number that is no greater than `limit`, by binary search. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A part of an excerpt, as an excerpt of the same file. */
export function partOf(excerpt: Excerpt, { start, end }: TextSpan): Excerpt {
  return {
    text: excerpt.text.slice(start, end),
    locate: (part) => excerpt.locate({ start: part.start + start, end: part.end + start }),
  };
}

/** The excerpt without what is white space to Python around it. */
export function trimmed(excerpt: Excerpt): Excerpt {
  return partOf(excerpt, stripped(excerpt.text));
}

/** What was read in the text of an excerpt, with the places that it has in the file. */
export function relocate(reading: Reading, { locate }: Pick<Excerpt, "locate">): Reading {
  return {
    ...reading,
    references: reading.references.map((reference) => relocateReference(reference, locate)),
    ignores: reading.ignores.map((ignore) => ({ ...ignore, line: locate(ignore.line) })),
    includes: reading.includes.map((include) => ({ ...include, span: locate(include.span) })),
    indexes: reading.indexes.map((index) => ({ ...index, span: locate(index.span) })),
  };
}

function relocateReference(reference: PackageReference, locate: Excerpt["locate"]): PackageReference {
  const span = locate(reference.span);
  if (reference.kind === "module") return { ...reference, span };
  const { pin, hashes, removal } = reference;
  return {
    ...reference,
    span,
    pin: pin && locate(pin),
    hashes: hashes.map(locate),
    removal: removal && locate(removal),
  };
}

/** Several readings of one file as one: everything in the order in which it is written, and what two have found once. */
export function combineReadings(readings: readonly Reading[]): Reading {
  return {
    references: inOrder(gather(readings, "references")),
    ignores: gather(readings, "ignores").sort((a, b) => a.line.start - b.line.start),
    includes: inOrder(gather(readings, "includes")),
    indexes: inOrder(gather(readings, "indexes")),
  };
}

/** By hand, since `flatMap` takes many times as long, and this is done for every file. */
function gather<Key extends "references" | "ignores" | "includes" | "indexes">(
  readings: readonly Reading[],
  key: Key,
): Reading[Key][number][] {
  const parts: Reading[Key][number][] = [];
  for (const reading of readings) for (const part of reading[key]) parts.push(part);
  return parts;
}

function inOrder<Part extends { readonly span: TextSpan }>(parts: Part[]): Part[] {
  if (parts.length < 2) return parts;
  return parts
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }, index, all) => index === 0 || all[index - 1]!.span.start !== span.start);
}
