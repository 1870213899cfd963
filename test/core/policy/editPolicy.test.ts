import { applyEdits } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import {
  editPolicy,
  type PolicyChange,
  type PolicyFileKind,
  undoOf,
} from "../../../server/src/core/policy/editPolicy.ts";

function edited(
  text: string,
  changes: PolicyChange | readonly PolicyChange[],
  file: PolicyFileKind = "settings",
): string {
  const edits = editPolicy(text, file, ...[changes].flat());
  if (!Array.isArray(edits)) return edits.kind;
  return applyEdits(
    text,
    edits.map(({ span, newText }) => ({
      offset: span.start,
      length: span.end - span.start,
      content: newText,
    })),
  );
}

const trust = (name: string, details = {}): PolicyChange => ({ kind: "trust", name, details });
const untrust = (name: string): PolicyChange => ({ kind: "untrust", name });

describe("trusting a name", () => {
  test("in a file that is not there yet makes one", () => {
    expect(edited("", trust("acme-core", { reason: "ours" }))).toBe(
      `{
    "namesake.trustedPackages": {
        "acme-core": {
            "reason": "ours"
        }
    }
}
`,
    );
  });

  test("keeps comments, order and indentation", () => {
    const before = `{
  // The team's editor settings.
  "editor.rulers": [100],
  "namesake.trustedPackages": {
    "acme-core": {}, // the oldest
    /* kept */ "acme-billing": {}
  },
  "files.eol": "\\n"
}
`;
    expect(edited(before, trust("acme-new"))).toBe(`{
  // The team's editor settings.
  "editor.rulers": [100],
  "namesake.trustedPackages": {
    "acme-core": {}, // the oldest
    /* kept */ "acme-billing": {},
    "acme-new": {}
  },
  "files.eol": "\\n"
}
`);
  });

  test.each([
    ["", ""],
    ["", ","],
    ["// the oldest", ""],
    [" // the oldest", ","],
    [" /* the oldest */", ""],
  ])("keeps the comment %j (comma %j) with the entry that it is about", (comment, comma) => {
    const list = (entries: string) => `{\n  "namesake.trustedPackages": {\n${entries}\n  }\n}\n`;
    expect(edited(list(`    "acme-core": {}${comma}${comment}`), trust("acme-new", { by: "Ann" }))).toBe(
      list(`    "acme-core": {},${comment}\n    "acme-new": {\n      "by": "Ann"\n    }${comma}`),
    );
  });

  test("writes tabs where the file has them, behind a comment too", () => {
    const list = (entries: string) => `{\n\t"namesake.trustedPackages": {\n${entries}\n\t}\n}\n`;
    expect(edited(list('\t\t"acme-core": {} // ours'), trust("acme-new", { by: "Ann" }))).toBe(
      list('\t\t"acme-core": {}, // ours\n\t\t"acme-new": {\n\t\t\t"by": "Ann"\n\t\t}'),
    );
  });

  test("replaces what is no entry", () => {
    const after = edited(
      '{ "trustedPackages": { "acme": true } }',
      trust("acme", { by: "Ann" }),
      "namesake-json",
    );
    expect(JSON.parse(after)).toEqual({ trustedPackages: { acme: { by: "Ann" } } });
  });

  test("keeps Windows line ends and tabs", () => {
    const before = '{\r\n\t"a": 1\r\n}\r\n';
    expect(edited(before, trust("acme-core"))).toBe(
      '{\r\n\t"a": 1,\r\n\t"namesake.trustedPackages": {\r\n\t\t"acme-core": {}\r\n\t}\r\n}\r\n',
    );
  });

  test("changes an entry in another spelling rather than add a second one", () => {
    const before = '{ "namesake.trustedPackages": { "Acme_Core": {} } }';
    const after = edited(before, trust("acme-core", { reason: "ours" }));
    expect(JSON.parse(after)).toEqual({ "namesake.trustedPackages": { Acme_Core: { reason: "ours" } } });
  });

  test("writes to the place that each kind of file has", () => {
    expect(JSON.parse(edited("{}", trust("x"), "code-workspace"))).toEqual({
      settings: { "namesake.trustedPackages": { x: {} } },
    });
    expect(JSON.parse(edited("{}", trust("x"), "namesake-json"))).toEqual({ trustedPackages: { x: {} } });
  });

  test.each(["{", "[]", '"text"', '{ "a": }', "nonsense"])("changes nothing in %j", (text) => {
    expect(edited(text, trust("x"))).toBe("unreadable-policy");
  });
});

describe("taking trust back", () => {
  test("removes every spelling", () => {
    const before = '{ "namesake.trustedPackages": { "Acme_Core": {}, "acme.core": {}, "other": {} } }';
    expect(JSON.parse(edited(before, untrust("acme-core")))).toEqual({
      "namesake.trustedPackages": { other: {} },
    });
  });

  test.each(["", "{}", '{ "namesake.trustedPackages": { "other": {} } }'])(
    "of a name that is not listed changes nothing in %j",
    (text) => {
      expect(editPolicy(text, "settings", untrust("acme-core"))).toEqual([]);
    },
  );
});

describe("changing an entry", () => {
  const before = `{
  "namesake.trustedPackages": {
    "Acme_Core": {
      // Asked Ann.
      "reason": "ours",
      "by": "Ann"
    }
  }
}
`;

  test("sets and removes single properties and keeps the comments in it", () => {
    expect(edited(before, trust("acme-core", { reason: "our index", expires: "2027-06-30" }))).toBe(`{
  "namesake.trustedPackages": {
    "Acme_Core": {
      // Asked Ann.
      "reason": "our index",
      "expires": "2027-06-30"
    }
  }
}
`);
  });

  test("to what it is changes nothing", () => {
    expect(edited(before, trust("acme-core", { by: "Ann", reason: "ours" }))).toBe(before);
  });
});

describe("several changes", () => {
  test("come as one edit", () => {
    const before = '{\n  "namesake.trustedPackages": {\n    "a": {},\n    "b": {}\n  }\n}\n';
    const changes = [untrust("a"), trust("c"), trust("d", { reason: "ours" })];
    expect(editPolicy(before, "settings", ...changes)).toHaveLength(1);
    expect(JSON.parse(edited(before, changes))).toEqual({
      "namesake.trustedPackages": { b: {}, c: {}, d: { reason: "ours" } },
    });
  });
});

describe("undoOf", () => {
  const before = '{ "namesake.trustedPackages": { "Acme_Core": { "reason": "ours" }, "plain": true } }';

  test.each([
    [trust("new"), untrust("new")],
    [trust("acme-core", {}), trust("Acme_Core", { reason: "ours" })],
    [untrust("ACME.core"), trust("Acme_Core", { reason: "ours" })],
    [untrust("plain"), trust("plain", {})],
  ])("of %j is %j", (change, undo) => {
    expect(undoOf(before, "settings", [change])).toEqual([undo]);
  });

  test("gives back the entries", () => {
    const change = trust("acme-core", { expires: "2027-06-30" });
    const after = edited(before, change);
    expect(JSON.parse(edited(after, undoOf(before, "settings", [change])))).toEqual(JSON.parse(before));
  });
});

test.each(['{ "namesake.trustedPackages": ["acme"] }', '{ "namesake.trustedPackages": 5 }'])(
  "%s is left to a person",
  (text) => {
    expect(edited(text, trust("b"))).toBe("unreadable-policy");
    expect(edited(text, untrust("b"))).toBe("unreadable-policy");
  },
);
