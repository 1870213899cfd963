/** What each fix makes of the text, and what its title promises. */

import { describe, expect, test } from "vitest";
import { checkReading, readText } from "../../server/src/core/check.ts";
import { type Fix, fixEverywhere, fixesFor } from "../../server/src/core/fixes.ts";
import { renderMessage } from "../../server/src/core/messages.ts";
import { makeWorld } from "../support/world.ts";

function fixed(path: string, text: string): { title: string; preferred: boolean; text: string }[] {
  const { findings, reading } = checkReading(readText({ path, text }), makeWorld());
  return findings.flatMap((finding) =>
    [...fixesFor(finding, reading), ...[fixEverywhere(finding, reading)].filter((fix) => fix !== null)].map(
      (fix) => ({
        title: renderMessage(fix.title),
        preferred: fix.preferred,
        text: apply(text, fix),
      }),
    ),
  );
}

function apply(text: string, { edits }: Fix): string {
  return edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce(
      (result, { span, newText }) => result.slice(0, span.start) + newText + result.slice(span.end),
      text,
    );
}

const firstFix = (text: string) => fixed("requirements.txt", text)[0];

describe("replacing", () => {
  test.each([
    ["a bare name", "reqeusts\n", "Replace with 'requests'", "requests\n"],
    [
      "a name with all that stands beside it",
      'reqeusts[socks] >= 2 ; python_version > "3"  # http\n',
      "Replace with 'requests'",
      'requests[socks] >= 2 ; python_version > "3"  # http\n',
    ],
    [
      "a misspelt name keeps its version, and says so",
      "reqeusts==2.32.3\n",
      "Replace with 'requests', keeping '==2.32.3'",
      "requests==2.32.3\n",
    ],
    [
      "a misspelt name with hashes drops both, and says so",
      "reqeusts==2.32.3 \\\n    --hash=sha256:aa\nflask\n",
      "Replace with 'requests', dropping the version and its hashes",
      "requests\nflask\n",
    ],
    [
      "a stranger's version goes with the stranger",
      "pycryptoconf==1.0.6\n",
      "Replace with 'pycrypto', dropping '==1.0.6'",
      "pycrypto\n",
    ],
  ])("%s", (_what, before, title, after) => {
    expect(firstFix(before)).toEqual({ title, preferred: true, text: after });
  });

  test("everywhere in the file is offered where the name stands twice", () => {
    const titles = fixed("requirements.txt", "reqeusts\nReqeusts==2\n").map(({ title }) => title);
    expect(titles).toContain("Replace 'reqeusts' with 'requests' everywhere in this file (2 places)");
    expect(fixed("requirements.txt", "reqeusts\nflask\n").map(({ title }) => title)).toEqual([
      "Replace with 'requests'",
    ]);
  });

  test("writes a module into an import", () => {
    expect(fixed("main.py", "from skleran.svm import SVC\n")[0]).toMatchObject({
      text: "from sklearn.svm import SVC\n",
    });
  });
});

describe("removing", () => {
  test("takes the whole requirement out", () => {
    expect(firstFix("flask\njson==1.0 \\\n  --hash=sha256:aa\nrequests\n")).toEqual({
      title: "Remove 'json': it comes with Python",
      preferred: true,
      text: "flask\nrequests\n",
    });
  });
});

test("there is nothing to fix about an unknown name", () => {
  expect(fixed("requirements.txt", "acme-zzz-internal\n")).toEqual([]);
});
