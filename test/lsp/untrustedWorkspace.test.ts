/** All that widens trust or switches a rule off, from every place where it can be written: in an untrusted workspace only the user's own counts. */

import { afterEach, describe, expect, test } from "vitest";
import {
  type EffectivePolicyResult,
  effectivePolicyRequest,
  type SettingsLayer,
} from "../../server/src/lsp/protocol.ts";
import { type Editor, startEditor } from "../support/editor.ts";

interface Relaxation {
  readonly what: string;
  readonly values: Record<string, unknown>;
  readonly text?: string;
  /** What is found unless the values count. */
  readonly found?: readonly unknown[];
  /** What is found of it if they do. */
  readonly left?: readonly unknown[];
}

let editor: Editor | undefined;
afterEach(() => editor?.stop());

const folder = "file:///project";

/** Each would silence a finding: the one about `reqeusts`, where no other text is given. */
const relaxations: readonly Relaxation[] = [
  { what: "a trusted package", values: { trustedPackages: { reqeusts: {} } } },
  { what: "a trusted pattern", values: { trustedPackages: { "req*": {} } } },
  { what: "a private package", values: { privatePackages: { reqeusts: {} } } },
  { what: "rules that are off", values: { severity: { typosquat: "off", "unknown-package": "off" } } },
  { what: "the product switched off", values: { enable: false } },
  { what: "files left out", values: { exclude: ["**/*"] } },
  { what: "other files alone taken in", values: { include: ["nothing/**"] } },
  {
    what: "little suspicion",
    values: { sensitivity: "quiet" },
    text: "flask2\n",
    left: ["unknown-package"],
  },
  {
    what: "few problems",
    values: { maxProblems: 1 },
    text: "reqeusts\nreqeusts\n",
    found: ["typosquat", "typosquat"],
    // The second only says that there are more.
    left: ["typosquat", undefined],
  },
];

type Place = "user" | "workspace" | "folder" | "namesake.json" | "pyproject.toml";
const places: readonly Place[] = ["user", "workspace", "folder", "namesake.json", "pyproject.toml"];

function toToml(values: Record<string, unknown>): string {
  const inline = (value: unknown): string =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? `{ ${Object.entries(value)
          .map(([key, each]) => `${JSON.stringify(key)} = ${inline(each)}`)
          .join(", ")} }`
      : JSON.stringify(value);
  return `[tool.namesake]\n${Object.entries(values)
    .map(([key, value]) => `${key} = ${inline(value)}\n`)
    .join("")}`;
}

async function start(
  place: Place,
  values: Record<string, unknown>,
  workspaceTrusted: boolean,
): Promise<Editor> {
  const layer: SettingsLayer | null =
    place === "user" || place === "workspace" || place === "folder"
      ? { origin: { scope: place, file: null }, folder: place === "folder" ? folder : null, values }
      : null;
  editor = await startEditor({
    folders: [folder],
    files: {
      ...(place === "namesake.json" ? { [`${folder}/namesake.json`]: JSON.stringify(values) } : {}),
      ...(place === "pyproject.toml" ? { [`${folder}/pyproject.toml`]: toToml(values) } : {}),
    },
    options: {
      trustCommand: true,
      settings: { workspaceTrusted, layers: layer ? [layer] : [], workspaceFile: null, interpreters: [] },
    },
  });
  return editor;
}

async function codesIn(server: Editor, text = "reqeusts\n"): Promise<unknown[]> {
  const uri = `${folder}/requirements.txt`;
  await server.open(uri, "pip-requirements", text);
  return (await server.diagnostics(uri)).map(({ code }) => code);
}

/** The page that says which settings are in force, and which are not. */
async function policyOf(server: Editor): Promise<string> {
  const params = { folder };
  return (await server.connection.sendRequest<EffectivePolicyResult>(effectivePolicyRequest, params))
    .markdown;
}

describe.each(relaxations)("$what", ({ values, text, found = ["typosquat"], left = [] }) => {
  test.each(places)("in %s of a trusted workspace counts", async (place) => {
    expect(await codesIn(await start(place, values, true), text)).toEqual(left);
  });

  test.each(places)("in %s of an untrusted workspace counts only as the user's own", async (place) => {
    const server = await start(place, values, false);
    expect(await codesIn(server, text)).toEqual(place === "user" ? left : found);
    const markdown = await policyOf(server);
    if (place === "user") expect(markdown).not.toContain("the workspace is not trusted");
    else expect(markdown).toContain("the workspace is not trusted");
  });
});

describe("the address of an index, to which names might go", () => {
  const address = "https://pypi.example.com/simple/";
  const line = "| `namesake.indexUrl` | ";

  test.each(places)("in %s of a trusted workspace counts", async (place) => {
    const page = await policyOf(await start(place, { indexUrl: address }, true));
    expect(page).toContain(`${line}\`"${address}"\` |`);
    expect(page).not.toContain("the workspace is not trusted");
  });

  test.each(places)("in %s of an untrusted workspace counts only as the user's own", async (place) => {
    const page = await policyOf(await start(place, { indexUrl: address }, false));
    const [inForce = "", ignored = ""] = page.split("## Written but not in force");
    expect(inForce).toContain(`${line}\`"${place === "user" ? address : ""}"\` |`);
    if (place === "user") expect(ignored).not.toContain(address);
    else expect(ignored).toMatch(/indexUrl.*the workspace is not trusted/);
  });
});

describe("what makes the check stricter counts everywhere", () => {
  test.each(places)("a blocked package in %s", async (place) => {
    const values = { blockedPackages: { requests: { reason: "no" } } };
    expect(await codesIn(await start(place, values, false), "requests\n")).toEqual(["blocked-package"]);
  });

  test.each(places)("a required reason in %s", async (place) => {
    const server = await start(place, { trust: { requireReason: true } }, false);
    expect(await policyOf(server)).toContain("| `namesake.trust.requireReason` | `true` |");
  });
});

describe("comments", () => {
  test.each([
    { comment: "# namesake: ignore", trusted: true, found: [] },
    { comment: "# namesake: ignore", trusted: false, found: ["typosquat"] },
    { comment: "# namesake: ignore[typosquat]", trusted: true, found: [] },
    { comment: "# namesake: ignore[typosquat]", trusted: false, found: ["typosquat"] },
  ])("$comment, trusted: $trusted", async ({ comment, trusted, found }) => {
    const server = await start("user", {}, trusted);
    expect(await codesIn(server, `reqeusts  ${comment}\n`)).toEqual(found);
  });
});

test("quick fixes offer no place that would not count", async () => {
  const server = await start("user", {}, false);
  await codesIn(server);
  const titles = (await server.actions(`${folder}/requirements.txt`, "reqeusts")).map(({ title }) => title);
  expect(titles.filter((title) => title.startsWith("Trust"))).toEqual([
    "Trust 'reqeusts' in your user settings",
  ]);
});
