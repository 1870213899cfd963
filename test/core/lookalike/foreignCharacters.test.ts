/** Characters that PyPI cannot hold, and what the name passes for. */

import { describe, expect, test } from "vitest";
import { findForeignCharacters } from "../../../server/src/core/lookalike/foreignCharacters.ts";
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

  test.each(["requests", "Flask_SQLAlchemy", "reque5ts", "rn", "", "a b", "\x7f"])(
    "%j holds none",
    (written) => {
      expect(look(written)).toBeNull();
    },
  );
});
