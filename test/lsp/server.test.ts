/** The server as an editor sees it: over streams, with the shipped facts. */

import { afterEach, describe, expect, test } from "vitest";
import { CodeActionKind, DiagnosticSeverity, type Hover } from "vscode-languageserver-protocol";
import {
  type EditPolicyResult,
  editPolicyRequest,
  type Status,
  settingsNotification,
  statusRequest,
} from "../../server/src/lsp/protocol.ts";
import { type Editor, type EditorOptions, settingsWith, startEditor } from "../support/editor.ts";
import { packBytes } from "../support/knowledge.ts";

const requirements = "file:///project/requirements.txt";
const python = "file:///project/app/main.py";

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.stop();
  editor = undefined;
});

async function start(options?: EditorOptions): Promise<Editor> {
  editor = await startEditor(options);
  return editor;
}

function markdownOf(hover: Hover | null): string {
  const contents = hover?.contents;
  return typeof contents === "object" && "value" in contents ? contents.value : "";
}

const flagged = async (from: Editor, uri: string): Promise<string[]> =>
  (await from.diagnostics(uri)).map(
    ({ code, range }) => `${code} ${range.start.line}:${range.start.character}`,
  );

describe.each([
  { way: "pulled", pull: true },
  { way: "pushed", pull: false },
])("diagnostics that are $way", ({ pull }) => {
  test("name what is wrong and nothing else", async () => {
    const client = await start({ pull });
    await client.open(requirements, "pip-requirements", "flask\nreqeusts==2.32.3\nruamel.yaml\n");
    expect(await client.diagnostics(requirements)).toMatchObject([
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 8 } },
        severity: DiagnosticSeverity.Warning,
        source: "Namesake",
        code: "typosquat",
        codeDescription: { href: expect.stringMatching(/\/rules\/typosquat$/) },
      },
    ]);
  });

  test("follow an edit", async () => {
    const client = await start({ pull });
    await client.open(requirements, "pip-requirements", "requests\n");
    expect(await flagged(client, requirements)).toEqual([]);
    await client.replace(requirements, "requests", "reqeusts");
    expect(await flagged(client, requirements)).toEqual(["typosquat 0:0"]);
    await client.replace(requirements, "reqeusts", "requests");
    expect(await flagged(client, requirements)).toEqual([]);
  });

  test("are offered in one way only", async () => {
    const client = await start({ pull });
    expect(client.initialized.capabilities.diagnosticProvider !== undefined).toBe(pull);
  });
});

test("diagnostics that were pushed go when the document closes", async () => {
  const client = await start({ pull: false });
  await client.open(requirements, "pip-requirements", "reqeusts\n");
  expect(await client.diagnostics(requirements)).toHaveLength(1);
  await client.close(requirements);
  await expect.poll(() => client.diagnostics(requirements)).toEqual([]);
});

describe("quick fixes", () => {
  test("replace with the intended name, preferred where there is no choice", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "flask\nreqeusts>=2 # http\n");
    const [first] = await client.actions(requirements, "reqeusts");
    expect(first).toMatchObject({
      title: "Replace with 'requests'",
      kind: CodeActionKind.QuickFix,
      isPreferred: true,
    });
    await client.apply(first!);
    expect(client.textOf(requirements)).toBe("flask\nrequests>=2 # http\n");
    expect(await flagged(client, requirements)).toEqual([]);
  });

  test("offer every distribution of a module, none of them preferred", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "cv2\n");
    const replacing = (await client.actions(requirements, "cv2")).filter(({ title }) =>
      title.startsWith("Replace"),
    );
    expect(replacing.map(({ title }) => title)).toEqual([
      "Replace with 'opencv-python'",
      "Replace with 'opencv-python-headless'",
      "Replace with 'opencv-contrib-python'",
    ]);
    expect(replacing.some(({ isPreferred }) => isPreferred)).toBe(false);
  });

  test("remove the line of a standard-library module", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "flask\njson\nrequests\n");
    const [first] = await client.actions(requirements, "json");
    await client.apply(first!);
    expect(client.textOf(requirements)).toBe("flask\nrequests\n");
  });

  test("replace everywhere in the file", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "reqeusts\nflask\nReqeusts[socks]\n");
    const everywhere = (await client.actions(requirements, "reqeusts")).find(({ title }) =>
      title.includes("2 places"),
    );
    await client.apply(everywhere!);
    expect(client.textOf(requirements)).toBe("requests\nflask\nrequests[socks]\n");
  });

  test("write a module into an import", async () => {
    const client = await start();
    await client.open(python, "python", "from skleran import svm\n");
    const [first] = await client.actions(python, "skleran");
    await client.apply(first!);
    expect(client.textOf(python)).toBe("from sklearn import svm\n");
  });

  test("work for a client that drops the data", async () => {
    const client = await start({ dataSupport: false });
    await client.open(requirements, "pip-requirements", "reqeusts\n");
    const [first] = await client.actions(requirements, "reqeusts");
    expect(first?.title).toBe("Replace with 'requests'");
  });

  test("trust only through a client that can", async () => {
    const titles = async (client: Editor): Promise<string[]> => {
      await client.open(requirements, "pip-requirements", "reqeusts\n");
      const actions = await client.actions(requirements, "reqeusts");
      return actions.flatMap(({ title, command }) => (command ? [title] : []));
    };
    expect(await titles(await start())).toEqual([]);
    await editor?.stop();
    expect(
      await titles(await start({ options: { trustCommand: true, settings: settingsWith({}) } })),
    ).toEqual([
      "Trust 'reqeusts' in this workspace (.vscode/settings.json)",
      "Trust 'reqeusts' in your user settings",
    ]);
  });

  test("are none where nothing is wrong", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "requests\n");
    await expect(client.actions(requirements, "requests")).rejects.toThrow("has no diagnostic");
  });
});

describe("settings", () => {
  test("take effect at once in open documents", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "reqeusts\n");
    expect(await flagged(client, requirements)).toEqual(["typosquat 0:0"]);
    await client.connection.sendNotification(
      settingsNotification,
      settingsWith({ trustedPackages: { Reqeusts: {} } }),
    );
    expect(await flagged(client, requirements)).toEqual([]);
    expect(client.refreshes()).toBe(1);
  });

  test("of an untrusted workspace cannot silence a finding, but can block a name", async () => {
    const settings = settingsWith({
      enable: false,
      trustedPackages: { reqeusts: {} },
      severity: { typosquat: "off" },
      blockedPackages: { flask: { reason: "use quart" } },
    });
    const client = await start({ options: { settings: { ...settings, workspaceTrusted: false } } });
    await client.open(requirements, "pip-requirements", "reqeusts  # namesake: ignore\nflask\n");
    expect(await flagged(client, requirements)).toEqual(["typosquat 0:0", "blocked-package 1:0"]);
  });

  test("with a wrong value are ignored alone, with one line in the log", async () => {
    const settings = settingsWith({ severity: { typosquat: "loud", "unknown-package": "off" } });
    const client = await start({ options: { settings } });
    await client.open(requirements, "pip-requirements", "reqeusts\nzzz-made-up-zzz\n");
    expect(await flagged(client, requirements)).toEqual(["typosquat 0:0"]);
    await client.diagnostics(requirements);
    expect(client.logged.filter((line) => line.includes("namesake.severity.typosquat"))).toHaveLength(1);
  });

  test("limit the problems of a file, and say so", async () => {
    const client = await start({ options: { settings: settingsWith({ maxProblems: 2 }) } });
    await client.open(requirements, "pip-requirements", "reqeusts\nreqeusts\nreqeusts\nreqeusts\nreqeusts\n");
    const diagnostics = await client.diagnostics(requirements);
    expect(diagnostics).toHaveLength(3);
    expect(diagnostics.at(-1)?.message).toBe(
      "Further problems in this file are not shown: 3 (setting namesake.maxProblems).",
    );
  });
});

describe("imports", () => {
  test("of the project's own modules are left alone", async () => {
    const client = await start({ contents: { paths: ["app/main.py", "scripts/reqeusts.py"] } });
    await client.open(python, "python", "import reqeusts\n");
    expect(await flagged(client, python)).toEqual([]);
  });

  test("are not excused by an installed look-alike", async () => {
    const client = await start({ contents: { installed: ["reqeusts"] } });
    await client.open(python, "python", "import reqeusts\n");
    expect(await flagged(client, python)).toEqual(["typosquat 0:7"]);
  });
});

describe("hover", () => {
  test("sets the two names side by side and marks the difference", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "reqeusts\n");
    const hover = await client.hover(requirements, "reqeusts");
    const value = markdownOf(hover);
    expect(value).toContain("number 7 on PyPI");
    expect(value).toContain("https://pypi.org/project/requests/");
    expect(value).toContain("req**e**usts");
    expect(value).toContain("requ**e**sts");
  });

  test("leads from a reported name to its advisory", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "reequests\n");
    const hover = await client.hover(requirements, "reequests");
    expect(markdownOf(hover)).toContain("https://osv.dev/vulnerability/MAL-2022-7434");
  });

  test("says why a name is fine", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "requests\n");
    const hover = await client.hover(requirements, "requests");
    expect(markdownOf(hover)).toContain("number 7 of the most downloaded packages");
  });

  test("says what a comment silences", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "reqeusts  # namesake: ignore\n");
    expect(markdownOf(await client.hover(requirements, "reqeusts"))).toContain("looks like a misspelling");
  });

  test("shows the safe form where indexes are mixed", async () => {
    const client = await start();
    const text = "--extra-index-url https://packages.acme.example/simple\nacme-zzz-billing\n";
    await client.open(requirements, "pip-requirements", text);
    expect(markdownOf(await client.hover(requirements, "acme-zzz"))).toContain("Safe with pip");
  });

  test("is silent beside names", async () => {
    const client = await start();
    await client.open(requirements, "pip-requirements", "requests  # a comment\n");
    expect(await client.hover(requirements, "comment")).toBeNull();
  });
});

describe("a pack that cannot be used", () => {
  const shipped = packBytes();
  /** The version follows the eight letters that tell the file's kind. */
  const withByte = (place: number, byte: number): Uint8Array => {
    const bytes = shipped.slice();
    bytes[place] = byte;
    return bytes;
  };
  const middle = shipped.length >> 1;

  test.each([
    {
      fault: "is missing",
      loadPack: async () => Promise.reject(new Error("no such file")),
      says: "no such file",
    },
    { fault: "is empty", loadPack: async () => new Uint8Array(), says: "not one of its own" },
    { fault: "is another file", loadPack: async () => new Uint8Array([1, 2, 3]), says: "not one of its own" },
    {
      fault: "is cut short",
      loadPack: async () => shipped.subarray(0, 1_000_000),
      says: `incomplete (1000000 of ${shipped.length} bytes)`,
    },
    { fault: "is damaged", loadPack: async () => withByte(middle, shipped[middle]! ^ 1), says: "is damaged" },
    { fault: "is of another version", loadPack: async () => withByte(8, 250), says: "has version 250" },
  ])("that $fault is said once, and nothing is flagged", async ({ loadPack, says }) => {
    const client = await start({ loadPack });
    await client.open(requirements, "pip-requirements", "reqeusts\n");
    expect(await flagged(client, requirements)).toEqual([]);
    expect(await flagged(client, requirements)).toEqual([]);
    await expect.poll(() => client.shown).toHaveLength(1);
    expect(client.shown[0]).toMatch(/^Namesake cannot check names: .*Reinstall Namesake\.$/);
    expect(client.shown[0]).toContain(says);
    // For the status of our own client, which stays when the sentence is closed.
    const { problem, dates } = await client.connection.sendRequest<Status>(statusRequest, {
      uri: requirements,
    });
    expect({ problem, dates }).toEqual({ problem: client.shown[0], dates: null });
  });
});

test("the edits of a settings file come as a request, or a sentence why not", async () => {
  const client = await start();
  const change = { kind: "trust", name: "acme-core", details: { reason: "ours" } } as const;
  const ask = (text: string): Promise<EditPolicyResult> =>
    client.connection.sendRequest(editPolicyRequest, { text, file: "settings", changes: [change] });
  expect(await ask("{}")).toMatchObject({
    edits: [{ newText: expect.stringContaining('"acme-core"') }],
    undo: [{ kind: "untrust", name: "acme-core" }],
  });
  expect(await ask('{ "a": ')).toMatchObject({ problem: expect.stringContaining("not valid JSON") });
});

describe("a lock", () => {
  const lock = "file:///project/uv.lock";
  const text =
    'version = 1\n\n[[package]]\nname = "reqeusts"\nversion = "2.0"\nsource = { registry = "https://pypi.org/simple" }\n';

  test("is not mended: the finding points to the manifest that asks for the name", async () => {
    const client = await start({
      contents: { manifests: [{ path: "requirements.txt", text: "flask\nreqeusts\n" }] },
    });
    await client.open(lock, "toml", text);
    expect(await client.diagnostics(lock)).toMatchObject([
      {
        code: "typosquat",
        relatedInformation: [
          {
            location: {
              uri: "file:///project/requirements.txt",
              range: { start: { line: 1, character: 0 } },
            },
          },
        ],
      },
    ]);
    const titles = (await client.actions(lock, "reqeusts")).map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith("Replace"))).toEqual([]);
  });

  test("says nothing of packages that come from elsewhere", async () => {
    const client = await start();
    await client.open(
      lock,
      "toml",
      text.replace("https://pypi.org/simple", "https://packages.acme.example/simple"),
    );
    expect(await flagged(client, lock)).toEqual([]);
  });
});

test("a file of another format that a manifest takes in has the names that pip finds in it", async () => {
  const deps = "file:///project/deps.py";
  const manifests = [{ path: "deps.py", text: "reqeusts==1.0\n", isIncluded: true }];
  const client = await start({ contents: { manifests } });
  await client.open(deps, "python", "reqeusts==1.0\n");
  expect(await flagged(client, deps)).toEqual(["typosquat 0:0"]);
});

test("what a file takes in from outside the folder is said", async () => {
  const client = await start();
  await client.open(requirements, "pip-requirements", "-r base.txt\n-r ../shared.txt\n");
  expect(await client.diagnostics(requirements)).toMatchObject([
    {
      range: { start: { line: 1, character: 3 } },
      message: expect.stringContaining("'../shared.txt' lies outside"),
    },
  ]);
});

test("a file that is too large to be read is said in the log", async () => {
  const client = await start();
  const environment = "file:///project/environment.yml";
  await client.open(environment, "yaml", `dependencies:\n  - pip:\n${"    - reqeusts\n".repeat(30_000)}`);
  expect(await flagged(client, environment)).toEqual([]);
  await expect
    .poll(() => client.logged.join())
    .toContain("environment.yml could not be read: it is too large");
});
