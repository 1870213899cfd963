/** What entries of the policy excuse, and what they do not. */

import { describe, expect, test } from "vitest";
import { renderMessage } from "../../../server/src/core/messages.ts";
import { type PolicyLayer, readPolicy } from "../../../server/src/core/policy/policy.ts";
import { judgeName } from "../../../server/src/core/rules/index.ts";
import { makeWorld, today } from "../../support/world.ts";

const codeOf = (name: string, settings: object): string | null =>
  judgeName({ kind: "distribution", name }, makeWorld({ ...settings })).code;

describe("private packages", () => {
  const privatePackages = { "acme-*": {}, reqeusts: {} };

  test.each([
    { name: "acme-billing", code: null },
    { name: "reqeusts", code: null },
    { name: "Reqeusts", code: null },
    { name: "numpyy", code: "typosquat" },
    { name: "other-billing", code: "unknown-package" },
  ])("$name: $code", ({ name, code }) => {
    expect(codeOf(name, { privatePackages })).toBe(code);
  });

  test.each([
    { name: "pycryptoenv", code: "malicious-package" },
    { name: "json", code: "stdlib-module" },
    { name: "nose", code: "blocked-package" },
  ])("do not excuse $name: $code", ({ name, code }) => {
    const settings = { privatePackages: { [name]: {} }, blockedPackages: { nose: {} } };
    expect(codeOf(name, settings)).toBe(code);
  });
});

describe("a name on the list of malicious packages, where the team has the say", () => {
  const layer = (scope: "user" | "workspace", values: object): PolicyLayer => ({
    origin: { scope, file: null },
    values,
    mayRelax: true,
  });
  const trust = { trustedPackages: { pycryptoenv: { reason: "checked" } } };
  const require = { trust: { requireTeamForMalicious: true } };

  test.each([
    { layers: [layer("user", trust)], severity: "information" },
    { layers: [layer("user", trust), layer("workspace", require)], severity: "error" },
    { layers: [layer("workspace", { ...trust, ...require })], severity: "information" },
    { layers: [layer("user", trust), layer("workspace", { ...trust, ...require })], severity: "information" },
  ])("$layers: $severity", ({ layers, severity }) => {
    const { policy } = readPolicy(layers, today);
    const verdict = judgeName({ kind: "distribution", name: "pycryptoenv" }, { ...makeWorld(), policy });
    expect(verdict).toMatchObject({ code: "malicious-package", severity });
  });
});

describe("expired trust", () => {
  const trustedPackages = { "acme-*": { expires: "2026-03-31" }, reqeusts: { expires: "2026-03-31" } };
  const said = "(.vscode/settings.json). Renew the entry or remove it.";

  test("is the finding where nothing else is", () => {
    const verdict = judgeName({ kind: "distribution", name: "acme-core" }, makeWorld({ trustedPackages }));
    expect(verdict.code).toBe("expired-trust");
    expect(renderMessage(verdict.message)).toContain(said);
    expect(verdict.note).toBeNull();
  });

  test("is a note where another rule says more", () => {
    const verdict = judgeName({ kind: "distribution", name: "reqeusts" }, makeWorld({ trustedPackages }));
    expect(verdict.code).toBe("typosquat");
    expect(verdict.note && renderMessage(verdict.note)).toContain(said);
  });

  test.each(["requests", "numpyy", "other"])("says nothing of %s", (name) => {
    const settings = { trustedPackages: { ...trustedPackages, requests: { expires: "2026-03-31" } } };
    const verdict = judgeName({ kind: "distribution", name }, makeWorld(settings));
    expect(verdict.code).not.toBe("expired-trust");
    if (name !== "requests") expect(verdict.note).toBeNull();
  });
});
