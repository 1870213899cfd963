/** What the client puts on the screen of names, folders and reasons that strangers wrote. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import {
  falseAlarmRequest,
  type Review,
  reviewRequest,
  type TrustedEntry,
  type TrustedPackages,
  trustedPackagesRequest,
} from "../../server/src/lsp/protocol.ts";
import { expectPlainLines } from "../security/harmless.ts";
import { hostileStrings } from "../security/hostileStrings.ts";
import { activate, answers, client, openFolder, run, settingsFile, textOf } from "./activated.ts";
import { state } from "./fakeVscode.ts";

vi.mock("vscode", () => import("./fakeVscode.ts"));

/** As VS Code finds links in a notification; those of commands are run. */
const linkInNotification = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

function expectPlainNotifications(): void {
  expect(state.shown.length).toBeGreaterThan(0);
  for (const sentence of state.shown) {
    expectPlainLines(sentence);
    expect(sentence).not.toMatch(/\n/);
    expect(sentence).not.toMatch(linkInNotification);
  }
}

interface Item {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: unknown;
  readonly accessibilityInformation?: { readonly label: string };
  readonly command?: { readonly command: string };
}

function expectPlainItem({
  label,
  description = "",
  tooltip = "",
  accessibilityInformation,
  command,
}: Item): void {
  expect(label).not.toMatch(/\n/);
  expectPlainLines(label);
  expectPlainLines(description);
  expectPlainLines(accessibilityInformation?.label ?? "");
  // Words, not Markdown, which VS Code would take an object for.
  expect(typeof tooltip).toBe("string");
  expectPlainLines(String(tooltip));
  expect(command?.command ?? "vscode.open").toBe("vscode.open");
}

describe.each(Object.entries(hostileStrings))("%s", (_what, hostile) => {
  test("notifications have no links, and settings stay JSON", async () => {
    openFolder(hostile.replaceAll("/", "_") || "app", "lib");
    const [folder] = state.folders!;
    activate();
    await run("namesake.trustPackage", { name: hostile, scope: "folder", folder: folder!.uri.toString() });
    await run("namesake.trustPackage", { name: "acme", scope: "folder", folder: folder!.uri.toString() });
    await run("namesake.trustPackage", { name: hostile, scope: "user", folder: null });
    expectPlainNotifications();
    for (const { text } of state.files.values()) expect(JSON.parse(text)).toBeTruthy();
    expect(Object.keys(state.updated[0]!.value as object)).toEqual([hostile]);
  });

  test("the settings file of the only folder has the entry", async () => {
    openFolder("app");
    activate();
    await run("namesake.trustPackage", { name: hostile, scope: "workspace", folder: null });
    expect(Object.keys(JSON.parse(textOf(settingsFile)!)["namesake.trustedPackages"])).toEqual([hostile]);
  });

  test("the views are plain text", async () => {
    openFolder(hostile.replaceAll("/", "_") || "app", "lib");
    const folder = state.folders![0]!.uri.toString();
    const origin = { scope: "file", file: hostile } as const;
    const entry: TrustedEntry = {
      origin,
      folder,
      key: hostile,
      reason: hostile,
      by: hostile,
      expires: hostile,
      uses: 1,
      marks: [{ kind: "wrong-day" }, { kind: "shadowed", by: { key: hostile, origin, folder } }],
    };
    answers.set(trustedPackagesRequest, { scanned: true, entries: [entry] } satisfies TrustedPackages);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    answers.set(reviewRequest, {
      scanned: true,
      packages: [
        {
          name: hostile,
          places: [
            {
              uri: `${folder}/x`,
              range,
              name: hostile,
              code: "typosquat",
              severity: "warning",
              // Sentences come from the server, which makes them printable.
              message: "a sentence",
              fix: null,
            },
          ],
        },
      ],
    } satisfies Review);
    activate();
    const { trustedPackages, findings } = client.api;
    for (const scope of (await trustedPackages.getChildren()) ?? []) {
      expectPlainItem((await trustedPackages.getTreeItem(scope)) as Item);
      const entries = (await trustedPackages.getChildren(scope)) ?? [];
      expect(entries).toHaveLength(1);
      for (const node of entries) expectPlainItem((await trustedPackages.getTreeItem(node)) as Item);
    }
    const packages = (await findings.getChildren()) ?? [];
    expect(packages).toHaveLength(1);
    for (const node of packages) {
      expectPlainItem((await findings.getTreeItem(node)) as Item);
      for (const child of (await findings.getChildren(node)) ?? [])
        expectPlainItem((await findings.getTreeItem(child)) as Item);
    }
  });

  test("a report's title is plain", async () => {
    openFolder("app");
    answers.set(falseAlarmRequest, { title: hostile, text: "text", url: "https://github.com/" });
    activate();
    await run("namesake.reportFalseAlarm", { uri: "file:///x", position: { line: 0, character: 0 } });
    expectPlainNotifications();
  });
});

test("there is no other way to a notification, and nothing is ever trusted as Markdown", () => {
  const sources = readdirSync("client/src", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path, text: readFileSync(join("client/src", path), "utf8") }));
  const speaking = sources.filter(({ text }) => /show(?:Information|Warning|Error)Message/.test(text));
  expect(speaking.map(({ path }) => path)).toEqual(["notifications.ts"]);
  expect(sources.filter(({ text }) => /isTrusted\s*[:=][^=]|supportHtml|MarkdownString/.test(text))).toEqual(
    [],
  );
});
