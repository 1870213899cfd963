/** The server reads a repository's policy files, and says what is in force. */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import type { Connection } from "vscode-languageserver/node";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver-protocol";
import {
  type EffectivePolicyResult,
  effectivePolicyRequest,
  type SettingsParams,
} from "../../server/src/lsp/protocol.ts";
import { makeNodeRuntime } from "../../server/src/node/runtime.ts";
import { type Editor, type EditorOptions, settingsWith, startEditor } from "../support/editor.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

let editor: Editor | undefined;
afterEach(() => editor?.stop());

const requirements = "file:///project/requirements.txt";
const trusting = '{ "trustedPackages": { "reqeusts": {} } }';

async function codes(options: EditorOptions, uri = requirements): Promise<unknown[]> {
  editor = await startEditor(options);
  await editor.open(uri, "pip-requirements", "reqeusts\nnumpyy\n");
  return codesNow(uri);
}

async function codesNow(uri = requirements): Promise<unknown[]> {
  return ((await editor?.diagnostics(uri)) ?? []).map(({ code }) => code);
}

const settings = (params: Partial<SettingsParams>): EditorOptions["options"] => ({
  settings: { ...settingsWith({}), ...params },
});

describe("the policy files of the folder", () => {
  test.each([
    { name: "none", files: {}, found: ["typosquat", "typosquat"] },
    { name: "namesake.json", files: { "file:///project/namesake.json": trusting }, found: ["typosquat"] },
    {
      name: "pyproject.toml",
      files: { "file:///project/pyproject.toml": "[tool.namesake]\ntrustedPackages.reqeusts = {}" },
      found: ["typosquat"],
    },
    {
      name: "of another folder",
      files: { "file:///other/namesake.json": trusting },
      found: ["typosquat", "typosquat"],
    },
    {
      name: "below the root",
      files: { "file:///project/sub/namesake.json": trusting },
      found: ["typosquat", "typosquat"],
    },
  ])("$name", async ({ files, found }) => {
    expect(await codes({ files })).toEqual(found);
  });

  test("cannot relax in an untrusted workspace, but block", async () => {
    const text =
      '{ "trustedPackages": { "reqeusts": {} }, "blockedPackages": { "numpyy": {} }, "enable": false }';
    const found = await codes({
      files: { "file:///project/namesake.json": text },
      options: settings({ workspaceTrusted: false })!,
    });
    expect(found).toEqual(["typosquat", "blocked-package"]);
  });

  test("of a document outside every folder there are none", async () => {
    const files = { "file:///elsewhere/namesake.json": trusting };
    expect(await codes({ files }, "file:///elsewhere/requirements.txt")).toEqual(["typosquat", "typosquat"]);
  });

  test("are read again when they change", async () => {
    const files: Record<string, string> = { "file:///project/namesake.json": trusting };
    expect(await codes({ files })).toEqual(["typosquat"]);
    files["file:///project/namesake.json"] = "{}";
    await editor?.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: "file:///project/namesake.json", type: FileChangeType.Changed }],
    });
    expect(await codesNow()).toEqual(["typosquat", "typosquat"]);
  });
});

test("a wrong value is named once in the log", async () => {
  const text = '{ "sensitivity": "loud", "sensitivty": "quiet" }';
  await codes({ files: { "file:///project/namesake.json": text } });
  await editor?.open("file:///project/dev-requirements.txt", "pip-requirements", "reqeusts\n");
  await codesNow("file:///project/dev-requirements.txt");
  expect(editor?.logged.toSorted()).toEqual([
    "The setting namesake.sensitivity (namesake.json) is ignored: it is loud, but it can be quiet, balanced, strict.",
    "The setting namesake.sensitivty (namesake.json) is ignored: there is no such setting.",
  ]);
});

describe("a policy file that is there and cannot be read", () => {
  const policyFile = "file:///project/namesake.json";
  const denied = Object.assign(new Error("EACCES: permission denied, open 'x'"), { code: "EACCES" });
  const sentence = "namesake.json could not be read: permission denied. What it says does not count.";

  /** A disk on which the file cannot be read until it is there as a text. */
  function disk(files: Record<string, string>): EditorOptions {
    const readFile = async (uri: string): Promise<string | null> => {
      if (uri === policyFile && !(uri in files)) throw denied;
      return files[uri] ?? null;
    };
    return { files, runtime: { readFile } };
  }

  test.each([
    { client: "VS Code", options: { settings: settingsWith({}) } },
    { client: "another editor", options: {} },
  ])(
    "is named once, openly and in the log, and names are judged without it: $client",
    async ({ options }) => {
      expect(await codes({ ...disk({}), options })).toEqual(["typosquat", "typosquat"]);
      await editor?.replace(requirements, "numpyy", "numpyyy");
      expect(await codesNow()).toHaveLength(2);
      expect(editor?.shown).toEqual([sentence]);
      expect(editor?.logged).toEqual([sentence]);
      const { markdown } = await editor!.connection.sendRequest<EffectivePolicyResult>(
        effectivePolicyRequest,
        {
          folder: "file:///project",
        },
      );
      expect(markdown).toContain("could not be read: permission denied");
    },
  );

  test("counts from the next look on where it can be read by then", async () => {
    const files: Record<string, string> = {};
    expect(await codes(disk(files))).toEqual(["typosquat", "typosquat"]);
    files[policyFile] = trusting;
    await editor?.replace(requirements, "numpyy", "numpy");
    expect(await codesNow()).toEqual([]);
  });

  test("is no file to write trust into", async () => {
    const trusts = async (): Promise<number> =>
      (await editor!.actions(requirements, "reqeusts")).filter(({ title }) => title.startsWith("Trust"))
        .length;
    await codes(disk({}));
    expect(await trusts()).toBe(0);
    await editor?.stop();
    await codes(disk({ [policyFile]: "{}" }));
    expect(await trusts()).toBe(1);
  });

  test("is told from one that was deleted or cut short, on this disk and between two looks", async () => {
    const folder = temporaryFolder({ "namesake.json": trusting });
    const uri = `${pathToFileURL(folder).href}/requirements.txt`;
    const { readFile } = makeNodeRuntime({} as Connection);
    const place = join(folder, "namesake.json");
    const codesAfter = async (change: () => void): Promise<unknown[]> => {
      change();
      await editor?.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: pathToFileURL(place).href, type: FileChangeType.Changed }],
      });
      return codesNow(uri);
    };
    expect(await codes({ folders: [pathToFileURL(folder).href], runtime: { readFile } }, uri)).toHaveLength(
      1,
    );
    expect(await codesAfter(() => rmSync(place))).toHaveLength(2);
    expect(editor?.shown).toEqual([]);
    expect(await codesAfter(() => mkdirSync(place))).toHaveLength(2);
    expect(editor?.shown).toEqual([
      "namesake.json could not be read: it is no regular file. What it says does not count.",
    ]);
    rmSync(place, { recursive: true });
    expect(await codesAfter(() => writeFileSync(place, trusting.slice(0, -3)))).toHaveLength(1);
    expect(editor?.logged.at(-1)).toContain("namesake.json is not valid JSON");
    expect(await codesAfter(() => writeFileSync(place, trusting))).toHaveLength(1);
  });

  test("is no word where it is simply not there", async () => {
    await codes({});
    expect(editor?.shown).toEqual([]);
    expect(editor?.logged).toEqual([]);
  });
});

describe("the effective policy", () => {
  const ask = (folder: string | null): Promise<EffectivePolicyResult> =>
    editor!.connection.sendRequest(effectivePolicyRequest, { folder });

  test("has the folder's own files, and outside of folders the settings alone", async () => {
    editor = await startEditor({
      files: { "file:///project/namesake.json": '{ "sensitivity": "strict" }' },
      options: settings({
        layers: [{ origin: { scope: "user", file: null }, folder: null, values: { maxProblems: 5 } }],
      })!,
    });
    const inside = (await ask("file:///project")).markdown;
    expect(inside).toContain('| `namesake.sensitivity` | `"strict"` | namesake.json |');
    expect(inside).toContain("| `namesake.maxProblems` | `5` | user settings |");
    const outside = (await ask(null)).markdown;
    expect(outside).toContain('| `namesake.sensitivity` | `"balanced"` | default |');
    expect(outside).toContain("| `namesake.maxProblems` | `5` | user settings |");
  });
});
