/** What the server sends to editors about files that strangers wrote: nothing in it may act in a hover, a menu, a log or a page. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Hover, MarkupContent } from "vscode-languageserver-protocol";
import { encodeUriPart } from "../../server/src/core/uris.ts";
import {
  type EffectivePolicyResult,
  effectivePolicyRequest,
  type FalseAlarm,
  falseAlarmRequest,
  type Review,
  reviewRequest,
  type Status,
  scanRequest,
  statusRequest,
  type TrustedPackages,
  trustedPackagesRequest,
} from "../../server/src/lsp/protocol.ts";
import { expectHarmlessMarkdown, expectPlainLine, expectPlainLines } from "../security/harmless.ts";
import { hostileStrings } from "../security/hostileStrings.ts";
import { type Editor, startEditor } from "../support/editor.ts";
import { startLittleClient } from "../support/littleClient.ts";

/** Formats in which anything can be written for a name, and how. */
const files: readonly { readonly path: string; readonly languageId: string; write(name: string): string }[] =
  [
    {
      path: "Pipfile.lock",
      languageId: "json",
      write: (name) => JSON.stringify({ default: { [name]: { version: "==1" }, reqeusts: {} } }, null, 1),
    },
    {
      path: "pyproject.toml",
      languageId: "toml",
      write: (name) => `[tool.poetry.dependencies]\n${tomlKey(name)} = "*"\nreqeusts = "*"\n`,
    },
    {
      path: "environment.yml",
      languageId: "yaml",
      write: (name) => `dependencies:\n  - pip:\n    - ${JSON.stringify(name)}\n    - reqeusts\n`,
    },
    {
      path: "requirements.txt",
      languageId: "pip-requirements",
      write: (name) => `reqeusts\n${name}\n-r ${name}\n`,
    },
    { path: "main.py", languageId: "python", write: (name) => `import reqeusts\nimport ${name}\n` },
  ];

function tomlKey(name: string): string {
  return JSON.stringify(name.replace(/\p{Cs}/gu, "?")).replace(/\u007f/g, "\\u007f");
}

/** Every request that shows something is made once for every text of the table. */
const hostiles = Object.entries(hostileStrings).filter(([, text]) => text.length < 30_000);

describe.each(hostiles)("%s", (_what, hostile) => {
  let editor: Editor;
  const folder = `file:///${encode(hostile)}`;
  const uriOf = (path: string): string => `${folder}/${encode(hostile)}/${path}`;

  beforeAll(async () => {
    const values = {
      trustedPackages: { acme: { reason: hostile, by: hostile }, [hostile]: { expires: hostile } },
      blockedPackages: { reqeusts: { reason: hostile } },
      indexUrl: hostile,
      sensitivity: hostile,
      severity: { [hostile]: "off" },
    };
    editor = await startEditor({
      folders: [folder],
      files: {
        [`${folder}/namesake.json`]: JSON.stringify(values),
        [uriOf("requirements.txt")]: "reqeusts\n",
      },
      options: {
        trustCommand: true,
        falseAlarmCommand: true,
        settings: {
          workspaceTrusted: true,
          workspaceFile: `${hostile}.code-workspace`,
          interpreters: [{ folder, path: hostile }],
          layers: [
            { origin: { scope: "folder", file: `${hostile}/.vscode/settings.json` }, folder, values },
            {
              origin: { scope: "user", file: null },
              folder: null,
              values: { ...values, blockedPackages: {} },
            },
          ],
        },
      },
    });
    for (const { path, languageId, write } of files)
      await editor.open(uriOf(path), languageId, write(hostile));
  });
  afterAll(() => editor.stop());

  test.each(files.map(({ path }) => path))("%s: findings, fixes and hovers", async (path) => {
    const uri = uriOf(path);
    const diagnostics = await editor.diagnostics(uri);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { message, relatedInformation = [], codeDescription, data } of diagnostics) {
      expectPlainLine(message.toString());
      for (const information of relatedInformation) expectPlainLine(information.message.toString());
      expect(codeDescription?.href ?? "").toMatch(/^(?:https:\/\/namesake-dev\.github\.io\/[\w/-]*)?$/);
      for (const { title } of (data as { fixes?: { title: string }[] } | undefined)?.fixes ?? [])
        expectPlainLine(title);
    }
    for (const { code, range } of diagnostics) {
      if (code === undefined) continue;
      const position = range.start;
      for (const { title, command } of await editor.actionsAt(uri, range)) {
        expectPlainLine(title);
        expect(command?.command ?? "namesake.trustPackage").toMatch(
          /^namesake\.(?:trustPackage|reportFalseAlarm)$/,
        );
      }
      const hover = await editor.hoverAt(uri, position);
      if (hover) expectHarmlessMarkdown(markdownOf(hover));
      const report = await editor.connection.sendRequest<FalseAlarm | null>(falseAlarmRequest, {
        uri,
        position,
      });
      if (!report) continue;
      expectPlainLine(report.title);
      expectHarmlessMarkdown(report.text);
      expect(new URL(report.url).origin).toBe("https://github.com");
      expect(new URL(report.url).searchParams.get("title")).toBe(report.title);
    }
  });

  test("the policy page, the views and the status", async () => {
    const { markdown } = await editor.connection.sendRequest<EffectivePolicyResult>(effectivePolicyRequest, {
      folder,
    });
    expectHarmlessMarkdown(markdown);
    const scanned = await editor.connection.sendRequest<{ files: number }>(scanRequest);
    expect(scanned.files).toBe(2);
    const { packages } = await editor.connection.sendRequest<Review>(reviewRequest);
    const places = packages.flatMap((each) => each.places);
    expect(places.length).toBeGreaterThan(0);
    for (const { message, fix } of places) {
      expectPlainLine(message);
      expectPlainLine(fix?.title ?? "");
    }
    const { entries } = await editor.connection.sendRequest<TrustedPackages>(trustedPackagesRequest);
    expect(entries.map(({ key }) => key)).toContain(hostile);
    const { problem } = await editor.connection.sendRequest<Status>(statusRequest, { uri: null });
    expect(problem).toBeNull();
  });

  test("the log", () => {
    expect(editor.logged.length).toBeGreaterThan(0);
    for (const line of editor.logged) expectPlainLine(line);
    expect(editor.shown).toEqual([]);
  });
});

test.each(hostiles)(
  "%s: hovers of clients that know no Markdown, or only the old form",
  async (_what, hostile) => {
    const plain = { textDocument: { hover: { contentFormat: ["plaintext" as const] } } };
    for (const capabilities of [plain, {}]) {
      const client = await startLittleClient({ capabilities });
      const uri = "file:///project/Pipfile.lock";
      await client.open(uri, `{"default": {\n${JSON.stringify(hostile)}: {},\n"reqeusts": {}\n}}`);
      const hovers = await Promise.all([1, 2].map((line) => client.hover(uri, line)));
      await client.stop();
      expect(hovers[1]).not.toBeNull();
      for (const hover of hovers) {
        const contents = (hover?.contents ?? "") as MarkupContent | string;
        if (typeof contents === "string") expectHarmlessMarkdown(contents);
        else {
          expect(contents.kind).toBe("plaintext");
          expectPlainLines(contents.value);
        }
      }
    }
  },
);

/** As a folder's or file's URI is spelt; a text that is no name stands for one. */
function encode(text: string): string {
  return encodeUriPart(text.replaceAll("/", "_") || "empty");
}

/** Only Markdown that may not run commands: an editor trusts none that does not say so itself. */
function markdownOf({ contents }: Hover): string {
  expect(Object.keys(contents).sort()).toEqual(["kind", "value"]);
  return (contents as MarkupContent).value;
}
