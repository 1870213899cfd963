/** The manifest says in JSON what the code says in its registries: here the two are held together. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, test } from "vitest";
import { isDay, isNameOrPattern } from "../../server/src/core/policy/nameRules.ts";
import { readPolicy, severities } from "../../server/src/core/policy/policy.ts";
import { readerFor, readers } from "../../server/src/core/readers/index.ts";
import { codes, rules } from "../../server/src/core/rules/codes.ts";

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const sentences: Record<string, string> = JSON.parse(readFileSync("package.nls.json", "utf8"));
const settings: Record<string, Record<string, unknown>> = manifest.contributes.configuration.properties;

describe("settings", () => {
  const { trusted, blocked, private: ours, severity, ...single } = readPolicy([], "2026-01-01").policy;
  const lists = { trustedPackages: {}, blockedPackages: {}, privatePackages: {}, severity: {} };

  test("are those of the policy, with its defaults", () => {
    const defaults = Object.entries({ ...single, ...lists }).map(([key, value]) => [
      `namesake.${key}`,
      value,
    ]);
    const { "namesake.trace.server": trace, ...others } = settings;
    expect(trace).toMatchObject({ scope: "window" });
    expect(Object.fromEntries(Object.entries(others).map(([key, each]) => [key, each.default]))).toEqual(
      Object.fromEntries(defaults),
    );
    expect([trusted.rules, blocked.rules, ours.rules, severity.size]).toEqual([[], [], [], 0]);
  });

  test("belong to a resource, so that folders can differ", () => {
    const { "namesake.trace.server": _, ...ours } = settings;
    expect([...new Set(Object.values(ours).map(({ scope }) => scope))]).toEqual(["resource"]);
  });

  test("offer a severity for each rule", () => {
    const offered = settings["namesake.severity"]?.properties as Record<string, Record<string, unknown>>;
    expect(Object.keys(offered)).toEqual(codes);
    for (const rule of rules) expect(offered[rule.code]?.default).toBe(rule.severity);
    for (const each of Object.values(offered)) expect(each.enum).toEqual([...severities, "off"]);
  });

  test("that could silence a finding are restricted in untrusted workspaces", () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const harmless = [
      "namesake.blockedPackages",
      "namesake.trust.requireReason",
      "namesake.trust.requireTeamForMalicious",
      "namesake.trace.server",
    ];
    expect(new Set([...restrictedConfigurations, ...harmless])).toEqual(new Set(Object.keys(settings)));
    expect(restrictedConfigurations).not.toEqual(expect.arrayContaining(harmless));
  });
});

describe("lists of packages", () => {
  test.each(["blockedPackages", "privatePackages"])("have the same form as %s", (key) => {
    const form = ({ markdownDescription, order, ...rest }: Record<string, unknown>) => rest;
    expect(form(settings[`namesake.${key}`]!)).toEqual(form(settings["namesake.trustedPackages"]!));
  });

  test("accept the names that the policy accepts, and no others", () => {
    const { pattern } = settings["namesake.trustedPackages"]!.propertyNames as { pattern: string };
    const name = fc.string({ unit: fc.constantFrom(..."aZ0._-*é ".split("")), maxLength: 6 });
    fc.assert(
      fc.property(name, (text) => {
        expect(new RegExp(pattern).test(text)).toBe(isNameOrPattern(text));
      }),
    );
  });
});

describe("the day on which an entry expires", () => {
  const { properties } = settings["namesake.trustedPackages"]!.additionalProperties as {
    properties: { expires: { pattern: string } };
  };
  const pattern = new RegExp(properties.expires.pattern);

  test("may be any day of the calendar", () => {
    const days = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect([isDay(day), pattern.test(day)]).toEqual([true, true]);
      }),
    );
  });

  test.each(["", "soon", "2027-6-30", "2027-13-01", "2027-06-32", "30.06.2027", "2027-06-30T00:00"])(
    "may not be %j",
    (text) => {
      expect([isDay(text), pattern.test(text)]).toEqual([false, false]);
    },
  );
});

describe("the language of requirements files", () => {
  const [language] = manifest.contributes.languages;
  const isOurs = picomatch(language.filenamePatterns, { dot: true });

  test("is the one that the reader names", () => {
    expect(readers.map(({ languageId }) => languageId)).toContain(language.id);
  });

  test.each([
    "requirements.txt",
    "dev-requirements.txt",
    "requirements/dev.txt",
    "constraints.txt",
    "requirements.in",
    "requirements/base.in",
    "sub/constraints-3.12.in",
  ])("is given to %s, which its reader reads", (path) => {
    expect(isOurs(path)).toBe(true);
    expect(readerFor(path)?.languageId).toBe(language.id);
  });

  // A name that says nothing: what stands in `base.in` is checked, but it may be any language.
  test.each(["base.in", "Makefile.in", "config.h.in", "MANIFEST.in", "notes.txt", "setup.py"])(
    "is not given to %s",
    (path) => {
      expect(isOurs(path)).toBe(false);
    },
  );
});

describe("sentences", () => {
  const used = new Set(
    [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key as string),
  );

  test("are all there, and all used", () => {
    expect([...used].sort()).toEqual(Object.keys(sentences).sort());
  });

  test("are none that people would read in the manifest itself", () => {
    const written = [
      ...JSON.stringify(manifest.contributes).matchAll(/"(?:title|name|\w*[dD]escription)":"([^"]+)"/g),
    ];
    expect(written.map(([, text]) => text).filter((text) => !/^%.+%$/.test(text!))).toEqual(["Namesake"]);
  });
});
