/** A project that asks for very many names and imports very many that nobody knows takes time in line with their number. */

import { expect, test } from "vitest";
import { judgeName } from "../../../server/src/core/rules/index.ts";
import { makeWorld } from "../../support/world.ts";

test("twenty thousand unknown modules beside as many requirements take no minutes", () => {
  const numbers = Array.from({ length: 20_000 }, (_, index) => index);
  const world = makeWorld(
    {},
    { manifests: [{ path: "requirements.txt", text: numbers.map((n) => `acme-${n}-quux\n`).join("") }] },
  );
  const started = process.cpuUsage();
  const codes = new Set(
    numbers.map((n) => judgeName({ kind: "module", name: `zzqx_${n}_wvut` }, world).code),
  );
  const { user, system } = process.cpuUsage(started);
  expect(codes).toContain("unknown-package");
  // 1.2 on a slow machine; where each was compared with all others one by one it was 182.
  expect((user + system) / 1e6).toBeLessThan(10);
}, 600_000);
