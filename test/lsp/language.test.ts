/** The server in the language that the editor tells at the start. */

import { afterEach, describe, expect, test } from "vitest";
import { speak } from "../../server/src/lsp/language.ts";
import { type Editor, type EditorOptions, startEditor } from "../support/editor.ts";

let editor: Editor;
afterEach(async () => {
  await editor.stop();
  speak(null, null);
});

const uri = "file:///project/requirements.txt";
const english = "'{name}' looks like a misspelling of '{target}', number {rank} on PyPI.";

async function said(options: EditorOptions): Promise<string> {
  editor = await startEditor(options);
  await editor.open(uri, "pip-requirements", "reqeusts\n");
  const [diagnostic] = await editor.diagnostics(uri);
  return String(diagnostic?.message);
}

const ofHost = async () => ({ [english]: "Host: „{name}“, {target}, {rank}" });
const ofClient = { [english]: "Client: „{name}“, {target}, {rank}" };

describe("what a diagnostic says", () => {
  test("is English where the editor tells no language, or one without translations", async () => {
    expect(await said({ readTranslations: ofHost })).toContain("looks like a misspelling");
    await editor.stop();
    expect(await said({ readTranslations: ofHost, locale: "pt-br" })).toContain("looks like a misspelling");
    await editor.stop();
    expect(await said({ readTranslations: async () => null, locale: "de" })).toContain("looks like");
  });

  test("is in the editor's language by what the host has", async () => {
    expect(await said({ readTranslations: ofHost, locale: "de-AT" })).toMatch(
      /^Host: „reqeusts“, requests, \d+$/,
    );
  });

  test("is in the words that the client brings, where it does", async () => {
    const options = { translations: ofClient };
    expect(await said({ readTranslations: ofHost, locale: "de", options })).toMatch(/^Client: „reqeusts“/);
  });
});

test("fixes and hovers are in the language too", async () => {
  const translations = { "Replace with '{target}'": "Durch „{target}“ ersetzen", written: "geschrieben" };
  editor = await startEditor({ locale: "de", options: { translations } });
  await editor.open(uri, "pip-requirements", "reqeusts\n");
  const [fix] = await editor.actions(uri, "reqeusts");
  expect(fix?.title).toBe("Durch „requests“ ersetzen");
  expect(JSON.stringify((await editor.hover(uri, "reqeusts"))?.contents)).toContain("geschrieben");
});
