/** Characters that PyPI cannot hold, and what the name passes for. */

import { describe, expect, test } from "vitest";
import { findForeignCharacters } from "../../../server/src/core/lookalike/foreignCharacters.ts";
import { normalizeName } from "../../../server/src/core/names.ts";
import { shippedKnowledge } from "../../support/knowledge.ts";

const look = (written: string) => findForeignCharacters(written, shippedKnowledge());

describe("foreign characters", () => {
  test.each([
    ["rеquests", ["е"], "requests"],
    ["ｎｕｍｐｙ", ["ｎ", "ｕ", "ｍ", "ｐ", "ｙ"], "numpy"],
    ["fla\u202esk", ["\u202e"], "flask"],
    ["dja\u200bngo", ["\u200b"], "django"],
    ["scikit‑learn", ["‑"], "scikit-learn"],
    ["pándas", ["á"], "pandas"],
    ["\u212aeras", ["\u212a"], "keras"],
    ["пакет-команды", ["п", "а", "к", "е", "т", "о", "м", "н", "д", "ы"], null],
    ["\u{1F600}", ["\u{1F600}"], null],
  ])("%j holds %j and passes for %j", (written, characters, target) => {
    expect(look(written)).toEqual({ characters, target });
  });

  test.each([
    ["аiohttp", "aiohttp"],
    ["Ьoto3", "boto3"],
    ["сlick", "click"],
    ["ԁjango", "django"],
    ["еlasticsearch", "elasticsearch"],
    ["ɡunicorn", "gunicorn"],
    ["һttpx", "httpx"],
    ["іdna", "idna"],
    ["јinja2", "jinja2"],
    ["кeras", "keras"],
    ["ӏxml", "lxml"],
    ["мatplotlib", "matplotlib"],
    ["ոumpy", "numpy"],
    ["оpenai", "openai"],
    ["рandas", "pandas"],
    ["ԛrcode", "qrcode"],
    ["гequests", "requests"],
    ["ѕix", "six"],
    ["тorch", "torch"],
    ["υrllib3", "urllib3"],
    ["νirtualenv", "virtualenv"],
    ["ԝheel", "wheel"],
    ["хlrd", "xlrd"],
    ["уarl", "yarl"],
    ["ᴢstandard", "zstandard"],
    ["ΒОΤO3", "boto3"],
    ["ЅРΑСΥ", "spacy"],
    ["typing–extensions", "typing-extensions"],
  ])("%s passes for %s", (written, target) => {
    expect(look(written)?.target).toBe(target);
  });

  test("a name that is known, though not popular, is passed for as well", () => {
    const { popular, isKnown } = shippedKnowledge();
    const known = ["acme", "zzz", "abcd"]
      .map(normalizeName)
      .find((name) => isKnown(name) && !popular.rankOf(name));
    expect(look(`${known}\u200b`)?.target).toBe(known);
    expect(look("no-such-name-anywhere\u200b")?.target).toBeNull();
  });

  test.each(["requests", "Flask_SQLAlchemy", "reque5ts", "rn", "", "a b", "\x7f"])(
    "%j holds none",
    (written) => {
      expect(look(written)).toBeNull();
    },
  );
});
