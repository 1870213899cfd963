/** What a server keeps of documents that have closed: nothing that grows with them. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { startEditor } from "../../support/editor.ts";
import { inFigures, tellFigures } from "../../support/figures.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const documentsOfARound = 100;
const rounds = 15;
/** Bytes for each document; its text has some 6,000, and the test itself remembers its URI. */
const limit = 600;

test.each([{ pull: true }, { pull: false }])(
  "memory returns to its level after close ($pull)",
  { timeout: 60_000 },
  async ({ pull }) => {
    const editor = await startEditor({ pull });
    let opened = 0;

    async function round(): Promise<void> {
      const uris = Array.from(
        { length: documentsOfARound },
        () => `file:///project/r${opened++}/requirements.txt`,
      );
      await Promise.all(
        uris.map((uri) => editor.open(uri, "pip-requirements", `reqeusts\n${"# flask\n".repeat(740)}`)),
      );
      await Promise.all(uris.map((uri) => editor.replace(uri, "reqeusts", "numpyy")));
      await Promise.all(uris.map((uri) => editor.diagnostics(uri)));
      await Promise.all(uris.map((uri) => editor.close(uri)));
    }

    async function used(): Promise<number> {
      await editor.connection.sendRequest("namesake/status", { uri: null });
      collectGarbage();
      return process.memoryUsage().heapUsed;
    }

    for (let warmUp = 0; warmUp < 4; warmUp += 1) await round();
    const before = await used();
    for (let count = 0; count < rounds; count += 1) await round();
    const growth = (await used()) - before;
    tellFigures(
      `memory after close, ${pull ? "diagnostics pulled" : "diagnostics pushed, with what the test keeps of them"}`,
      `${inFigures(rounds * documentsOfARound)} documents opened, changed and closed: ${inFigures(growth / 1024)} KiB more`,
    );
    expect(growth / (rounds * documentsOfARound)).toBeLessThan(limit);
    await editor.stop();
  },
);
