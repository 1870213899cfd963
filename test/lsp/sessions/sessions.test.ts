/**
 * Random sessions with the real server: after every step the client has the diagnostics that a fresh check of the same
 * texts gives, once files are looked at that are not open also of those, every request is answered, and no handler fails. NAMESAKE_NIGHTLY makes them a hundred thousand edits. What
 * fails is shrunk, and printed with its seed; NAMESAKE_SEED runs the same sessions again.
 */

import fc from "fast-check";
import { expect, test } from "vitest";
import { inFigures, tellFigures } from "../../support/figures.ts";
import { startSession, type Work } from "./session.ts";
import { anyDisk, anySteps } from "./steps.ts";

const nightly = Boolean(process.env.NAMESAKE_NIGHTLY);
const wantedEdits = nightly ? 100_000 : 600;
const stepsOfASession = 60;
/** Milliseconds; a failure takes long to shrink. */
const timeout = nightly ? 3 * 3_600_000 : 120_000;

test(`${wantedEdits.toLocaleString("en")} edits in random sessions`, { timeout }, async () => {
  const work: Work = { sessions: 0, steps: 0, edits: 0, requests: 0, cancelled: 0 };
  const started = performance.now();
  const sessions = fc.asyncProperty(
    fc.record({ delivery: fc.constantFrom("pushed", "pulled", "all pulled"), ownClient: fc.boolean() }),
    anyDisk,
    anySteps(stepsOfASession),
    async (mode, disk, steps) => {
      if (work.edits >= wantedEdits) return;
      const { model, real } = await startSession(mode, disk, work);
      try {
        await fc.asyncModelRun(() => ({ model, real }), steps);
      } finally {
        await real.editor.stop();
      }
    },
  );
  const seed = Number(process.env.NAMESAKE_SEED);
  await fc.assert(sessions, {
    // More than enough: a session has some sixteen edits.
    numRuns: wantedEdits,
    interruptAfterTimeLimit: timeout / 2,
    ...(seed && { seed }),
  });
  const minutes = (performance.now() - started) / 60_000;
  tellFigures(
    "random sessions",
    `${inFigures(work.sessions)} sessions, ${inFigures(work.steps)} steps, ${inFigures(work.edits)} edits, ` +
      `${inFigures(work.requests)} requests, of which ${inFigures(work.cancelled)} were cancelled, in ${inFigures(minutes, 1)} minutes`,
  );
  expect(work.edits).toBeGreaterThanOrEqual(wantedEdits);
});
