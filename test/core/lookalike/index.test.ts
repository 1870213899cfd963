/** The judgement as rules ask for it, on the facts that ship. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitKnowledge } from "../../../server/src/core/knowledge/limitKnowledge.ts";
import { findLookalikes, findModuleLookalikes } from "../../../server/src/core/lookalike/index.ts";
import { normalizeName } from "../../../server/src/core/names.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const knowledge = shippedKnowledge();
const balanced = (name: string) => findLookalikes(normalizeName(name), "unknown", "balanced", knowledge);

describe("distributions", () => {
  test.each([
    ["reqeusts", "typosquat", "transposition", "requests"],
    ["python-dateutils", "typosquat", "plural", "python-dateutil"],
    ["djang0", "lookalike-characters", "lookalike-letters", "django"],
    ["pycryptoenv", "combosquat", "glued-word", "pycrypto"],
    ["pycryptoconf", "combosquat", "glued-word", "pycrypto"],
    ["python-kafka", "combosquat", "word-order", "kafka-python"],
    ["setup-tools", "typosquat", "separators", "setuptools"],
  ])("%s is a %s by %s of %s", (written, code, technique, target) => {
    expect(balanced(written)[0]).toMatchObject({ code, technique, target });
  });

  test.each([
    "requests",
    "Flask_SQLAlchemy",
    "ruamel.yaml",
    "acme-core",
    "types-requests",
    "google-cloud-frobnicate",
    "apache-airflow-providers-acme",
    "pytest-acme-fixtures",
    "our-internal-tools",
    "",
  ])("nothing is said of %j", (written) => {
    expect(balanced(written)).toEqual([]);
  });

  test("a name that exists needs more than one that nobody has heard of", () => {
    const name = normalizeName("pycryptoenv");
    const [unknown] = findLookalikes(name, "unknown", "strict", knowledge);
    expect(unknown?.target).toBe("pycrypto");
    const weak = normalizeName("urllib5");
    expect(findLookalikes(weak, "unknown", "strict", knowledge)).not.toEqual([]);
    expect(findLookalikes(weak, "known", "quiet", knowledge)).toEqual([]);
  });

  test("an explanation of the whole name comes before one of a part", () => {
    expect(balanced("pythonkafka")[0]?.target).toBe("kafka-python");
  });

  test("a greater sensitivity says no less", () => {
    for (const written of ["reqeusts", "pycryptoenv", "numpyx", "pandar", "fairsequence", "flask-helper"]) {
      const name = normalizeName(written);
      const [quiet, usual, strict] = (["quiet", "balanced", "strict"] as const).map(
        (sensitivity) => findLookalikes(name, "unknown", sensitivity, knowledge).length,
      );
      expect(quiet).toBeLessThanOrEqual(usual!);
      expect(usual).toBeLessThanOrEqual(strict!);
    }
  });

  test("any text gives at most three targets, in order, the same every time", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), nearPopularNames), (text) => {
        const name = normalizeName(text);
        const found = findLookalikes(name, "unknown", "strict", knowledge);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(new Set(found.map(({ target }) => target)).size).toBe(found.length);
        expect(findLookalikes(name, "unknown", "strict", knowledge)).toEqual(found);
      }),
    );
  });

  test("less knowledge means fewer targets", () => {
    const few = limitKnowledge(knowledge, { top: 100 });
    expect(findLookalikes(normalizeName("pycryptoenv"), "unknown", "strict", few)).toEqual([]);
    expect(findLookalikes(normalizeName("reqeusts"), "unknown", "strict", few)[0]?.target).toBe("requests");
  });
});

describe("modules", () => {
  test.each([
    ["skleran", "sklearn"],
    ["reqeusts", "requests"],
    ["matplotib", "matplotlib"],
    ["djnago", "django"],
  ])("%s is near %s", (written, target) => {
    expect(findModuleLookalikes(written, "balanced", knowledge)[0]?.target).toBe(target);
  });

  test("no distribution is offered to an import line", () => {
    const found = findModuleLookalikes("beautifulsoop4", "strict", knowledge);
    expect(found.map(({ target }) => target)).not.toContain("beautifulsoup4");
  });

  test.each([
    "sklearn",
    "yaml",
    "PIL",
    "utils",
    "config",
    "models",
    "main",
    "helpers",
    "my_requests",
    "requests_env",
    "jsonx",
    "",
    "é",
  ])("nothing is said of %j", (written) => {
    expect(findModuleLookalikes(written, "balanced", knowledge)).toEqual([]);
  });
});

const nearPopularNames = fc
  .tuple(fc.integer({ min: 1, max: 3_000 }), fc.nat(20), fc.constantFrom("", "a", "-", "2", "env"))
  .map(([rank, at, put]) => {
    const name = knowledge.popular.nameAt(rank);
    return name.slice(0, at) + put + name.slice(at + 1);
  });
