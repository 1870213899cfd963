import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMessage } from "../../../server/src/core/messages.ts";
import { describePolicy } from "../../../server/src/core/policy/describePolicy.ts";
import { type PolicyLayer, readPolicy } from "../../../server/src/core/policy/policy.ts";
import { renderPolicy } from "../../../server/src/core/policy/renderPolicy.ts";
import { singleKeys } from "../../../server/src/core/policy/singleSettings.ts";
import { codes } from "../../../server/src/core/rules/codes.ts";
import { today } from "../../support/world.ts";

const user = (values: unknown): PolicyLayer => ({
  origin: { scope: "user", file: null },
  values,
  mayRelax: true,
});
const file = (values: unknown, mayRelax = true): PolicyLayer => ({
  origin: { scope: "file", file: "namesake.json" },
  values,
  mayRelax,
});

/** The lines that somebody wrote: `key value origin`, and after it why it does not count. */
function written(...layers: PolicyLayer[]): string[] {
  return describePolicy(layers, today).flatMap(({ key, value, origin, ignored }) =>
    origin
      ? [`${key} ${value} ${origin.file ?? origin.scope}${ignored ? `: ${renderMessage(ignored)}` : ""}`]
      : [],
  );
}

describe("each written line", () => {
  test.each([
    { layers: [], lines: [] },
    {
      layers: [user({ sensitivity: "quiet" }), file({ sensitivity: "strict" })],
      lines: ['sensitivity "quiet" user: overridden by namesake.json', 'sensitivity "strict" namesake.json'],
    },
    {
      layers: [user({ enable: true }), file({ enable: false }, false)],
      lines: ["enable true user", "enable false namesake.json: the workspace is not trusted"],
    },
    {
      layers: [user({ "trust.requireReason": false }), file({ trust: { requireReason: true } }, false)],
      lines: [
        "trust.requireReason false user: overridden by namesake.json",
        "trust.requireReason true namesake.json",
      ],
    },
    {
      layers: [user({ severity: { typosquat: "off" } }), file({ severity: { typosquat: "error" } })],
      lines: [
        'severity.typosquat "off" user: overridden by namesake.json',
        'severity.typosquat "error" namesake.json',
      ],
    },
    {
      layers: [
        user({ trustedPackages: { Acme_Core: { reason: "mine" } } }),
        file({ trustedPackages: { "acme-core": {} } }),
      ],
      lines: [
        'trustedPackages.Acme_Core {"reason":"mine"} user: overridden by namesake.json',
        "trustedPackages.acme-core {} namesake.json",
      ],
    },
    {
      layers: [
        user({ trustedPackages: { acme: {} } }),
        file({ trustedPackages: { acme: { expires: "2020-01-01" } } }),
      ],
      lines: [
        "trustedPackages.acme {} user",
        'trustedPackages.acme {"expires":"2020-01-01"} namesake.json: its last day was 2020-01-01',
      ],
    },
    {
      layers: [
        file({ trustedPackages: { a: {} }, blockedPackages: { b: {} }, privatePackages: { c: {} } }, false),
      ],
      lines: [
        "trustedPackages.a {} namesake.json: the workspace is not trusted",
        "blockedPackages.b {} namesake.json",
        "privatePackages.c {} namesake.json: the workspace is not trusted",
      ],
    },
    {
      layers: [file({ trust: { requireReason: true }, trustedPackages: { a: {} } })],
      lines: [
        "trust.requireReason true namesake.json",
        "trustedPackages.a {} namesake.json: it has no reason, and `namesake.trust.requireReason` asks for one",
      ],
    },
    {
      layers: [file({ maxProblems: 0 })],
      lines: [
        "maxProblems 0 namesake.json: The setting namesake.maxProblems (namesake.json) is ignored: it is 0, but it can be 1, 2, 3, ….",
      ],
    },
  ])("$layers", ({ layers, lines }) => {
    expect(written(...layers)).toEqual(lines);
  });
});

const anyLayers = fc.array(
  fc.record({
    origin: fc.constantFrom(
      { scope: "user" as const, file: null },
      { scope: "file" as const, file: "namesake.json" },
    ),
    mayRelax: fc.boolean(),
    values: fc.record(
      {
        enable: fc.constantFrom(true, false, "x"),
        sensitivity: fc.constantFrom("quiet", "strict", 1),
        "trust.requireReason": fc.boolean(),
        severity: fc.constantFrom({ typosquat: "off" }, { typosquat: 3 }, { combosquat: "hint" }),
        trustedPackages: fc.dictionary(
          fc.constantFrom("a", "b-*", "*"),
          fc.constantFrom({}, { reason: "r" }, 1),
        ),
      },
      { requiredKeys: [] },
    ),
  }),
  { maxLength: 4 },
);

test("every setting has one line that counts, and it says what the policy says", () => {
  fc.assert(
    fc.property(anyLayers, (layers) => {
      const { policy } = readPolicy(layers, today);
      const counting = describePolicy(layers, today).filter(({ ignored }) => ignored === null);
      for (const key of singleKeys) {
        expect(counting.filter((line) => line.key === key).map(({ value }) => value)).toEqual([
          JSON.stringify(policy[key]),
        ]);
      }
      for (const code of codes) {
        const [line, ...more] = counting.filter(({ key }) => key === `severity.${code}`);
        expect(more).toEqual([]);
        if (policy.severity.has(code)) expect(line?.value).toBe(JSON.stringify(policy.severity.get(code)));
      }
    }),
  );
});

test("what others wrote cannot leave its cell", () => {
  const page = renderPolicy(
    describePolicy(
      [file({ exclude: ["` | <img src=x>\n# head"], trustedPackages: { a: { reason: "[x](y) | `" } } })],
      today,
    ),
    renderMessage,
  );
  const rows = page.split("\n").filter((line) => line.startsWith("|"));
  expect(rows.filter((row) => row.replaceAll("\\|", "").match(/\|/g)?.length !== 4)).toEqual([]);
  expect(page).not.toMatch(/^# head/m);
  // A code span ends at its first backtick.
  expect(page).toContain('`["\' \\| <img src=x>\\n# head"]`');
});
