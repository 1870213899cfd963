/**
 * `conda-lock.yml`: the packages that pip installs. A tool writes these files, megabytes of them, and always in the same
 * form, so that they are read line by line.
 */

import { type DistributionReference, nothingRead, type Reading, type TextSpan } from "../reference.ts";

interface LockedPackage {
  readonly indentation: number;
  readonly fields: Map<string, { readonly value: string; readonly span: TextSpan }>;
}

/** `- name: requests` begins a package, `  version: 2.31.0` goes on with it. */
const FIELD = /^([ \t]*)(-[ \t]+)?([a-z_]+):[ \t]+(["']?)([^\s"'](?:[^\r\n]*[^\s"'])?)/dgm;

const FILE_OF_PYPI = /^https:\/\/(?:files\.pythonhosted\.org|pypi\.org)\//;

export function readCondaLock(text: string): Reading {
  if (!text.includes("manager:")) return nothingRead;
  const references: DistributionReference[] = [];
  let current: LockedPackage | null = null;
  for (const match of text.matchAll(FIELD)) {
    const [, before = "", dash = "", key = "", , value = ""] = match;
    const indentation = before.length + dash.length;
    if (dash !== "") {
      add(current);
      current = { indentation, fields: new Map() };
    }
    const [start, end] = match.indices![5]!;
    if (current?.indentation === indentation) current.fields.set(key, { value, span: { start, end } });
  }
  add(current);
  return { ...nothingRead, references };

  function add(locked: LockedPackage | null): void {
    const name = locked?.fields.get("name");
    if (!name?.value || locked?.fields.get("manager")?.value !== "pip") return;
    const version = locked.fields.get("version")?.value;
    const url = locked.fields.get("url")?.value;
    references.push({
      kind: "distribution",
      name: name.value,
      span: name.span,
      specifier: version ? `==${version}` : null,
      extras: [],
      pin: null,
      hashes: [],
      removal: null,
      direct: url !== undefined && !FILE_OF_PYPI.test(url),
    });
  }
}
