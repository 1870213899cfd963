/** Lists switched off, and the popular list cut. */

import { describe, expect, test } from "vitest";
import { limitKnowledge } from "../../../server/src/core/knowledge/limitKnowledge.ts";
import { normalizeName } from "../../../server/src/core/names.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const all = shippedKnowledge();
const requests = normalizeName("requests");
const malware = normalizeName("pycryptoenv");

describe("the popular list cut at ten", () => {
  const top = limitKnowledge(all, { top: 10 });
  test("keeps the first ten, with rank and downloads", () => {
    expect(top.popular.size).toBe(10);
    expect(top.popular.rankOf(all.popular.nameAt(10))).toBe(10);
    expect(top.popular.downloadsOf(requests)).toBe(all.popular.downloadsOf(requests));
  });
  test("knows no eleventh", () => {
    expect(top.popular.rankOf(all.popular.nameAt(11))).toBeNull();
    expect(top.popular.downloadsOf(all.popular.nameAt(11))).toBeNull();
  });
});

describe("lists switched off", () => {
  test("no malware", () => {
    expect(all.malwareEntry(malware)).not.toBeNull();
    expect(limitKnowledge(all, { without: ["malicious"] }).malwareEntry(malware)).toBeNull();
  });
  test("nothing known but what is popular", () => {
    const limited = limitKnowledge(all, { without: ["known-names"] });
    expect(limited.isKnown(requests)).toBe(true);
    expect(all.isKnown(normalizeName("nlmpy"))).toBe(true);
    expect(limited.isKnown(normalizeName("nlmpy"))).toBe(false);
    expect(limited.isHonest(normalizeName("nlmpy"))).toBe(false);
    expect(limited.isReviewed(requests)).toBe(false);
  });
  test("without limits nothing changes", () => {
    const same = limitKnowledge(all, {});
    expect(same.popular).toBe(all.popular);
    expect(same.malwareEntry(malware)).not.toBeNull();
  });
});
