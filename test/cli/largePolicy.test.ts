/** A policy file of 20 MB that says nothing wrong: it counts, and neither a check nor `policy` is kept waiting. */

import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const details = {
  reason: "published on our own index, ".repeat(5),
  by: "platform team",
  expires: "2099-12-31",
};
const trustedPackages = Object.fromEntries(
  Array.from({ length: 100_000 }, (_, number) => [`acme-${number}${number % 2 ? "-*" : ""}`, details]),
);
const text = JSON.stringify({ trustedPackages: { ...trustedPackages, reqeusts: {} } }, null, 1);
const requirements = `reqeusts\nnumpyy\nacme-2\nacme-1-core\n${"flask\n".repeat(2_000)}`;

function run(command: string, policy: string) {
  const folder = temporaryFolder({ "requirements.txt": requirements, "namesake.json": policy });
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("dist", "cli.js"), command], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 27,
  });
  return { status, stdout, stderr, milliseconds: performance.now() - started };
}

test("counts, and takes as long as its size asks", { timeout: 60_000 }, () => {
  expect(text.length).toBeGreaterThan(20_000_000);
  // As large, and with one entry.
  const same = run(
    "check",
    JSON.stringify({ trustedPackages: { reqeusts: { reason: "x".repeat(text.length) } } }),
  );
  const check = run("check", text);
  for (const { status, stdout, stderr } of [same, check]) {
    expect([status, stderr]).toEqual([1, expect.not.stringContaining("namesake.json")]);
    expect(stdout).toContain("'numpyy'");
    expect(stdout).not.toContain("'reqeusts'");
  }
  expect(check.milliseconds).toBeLessThan(10 * same.milliseconds);

  const policy = run("policy", text);
  expect([policy.status, policy.stdout.includes("acme-99999-*")]).toEqual([0, true]);
  expect(policy.milliseconds).toBeLessThan(20 * same.milliseconds);
});
