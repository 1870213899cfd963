/** Clients that can do little: the server gives each what it announced, and sends nothing beyond that. */

import { afterEach, describe, expect, test } from "vitest";
import type {
  ClientCapabilities,
  CodeAction,
  Command,
  TextDocumentEdit,
  TextEdit,
} from "vscode-languageserver-protocol";
import { type LittleClient, type LittleClientOptions, startLittleClient } from "../support/littleClient.ts";

const project = "file:///project";
const requirements = `${project}/requirements.txt`;
const policy = `${project}/namesake.json`;

let client: LittleClient | undefined;
afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function start(options?: LittleClientOptions): Promise<LittleClient> {
  client = await startLittleClient(options);
  return client;
}

/** Everything that a person does with a file, so that whatever the server has to say is said. */
async function useAll(from: LittleClient): Promise<void> {
  await from.open(requirements, "flask\nreqeusts\n");
  await from.hover(requirements, 1);
  await from.actions(requirements, 1, []);
  await from.notify("workspace/didChangeConfiguration", { settings: {} });
  await from.notify("textDocument/didSave", { textDocument: { uri: requirements } });
  await from.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: requirements, type: 2 }] });
  await from.request("namesake/scan", null);
  await from.settled();
}

describe("what the server sends by itself", () => {
  const pulls = { textDocument: { diagnostic: {} } } satisfies ClientCapabilities;

  test.each<{ method: string; when: string; capabilities: ClientCapabilities; expected: boolean }>([
    { method: "textDocument/publishDiagnostics", when: "nothing", capabilities: {}, expected: true },
    { method: "textDocument/publishDiagnostics", when: "pulling", capabilities: pulls, expected: false },
    {
      method: "client/registerCapability",
      when: "watching files on demand",
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      expected: true,
    },
    {
      method: "client/registerCapability",
      when: "watching files that were configured",
      capabilities: { workspace: { didChangeWatchedFiles: {} } },
      expected: false,
    },
    {
      method: "client/registerCapability",
      when: "telling of settings on demand",
      capabilities: { workspace: { didChangeConfiguration: { dynamicRegistration: true } } },
      expected: true,
    },
    { method: "client/registerCapability", when: "nothing", capabilities: {}, expected: false },
    {
      method: "client/registerCapability",
      when: "pulling without registration",
      capabilities: pulls,
      expected: false,
    },
    {
      method: "workspace/configuration",
      when: "answering for settings",
      capabilities: { workspace: { configuration: true } },
      expected: true,
    },
    { method: "workspace/configuration", when: "nothing", capabilities: {}, expected: false },
    {
      method: "workspace/diagnostic/refresh",
      when: "pulling again when asked",
      capabilities: { ...pulls, workspace: { diagnostics: { refreshSupport: true } } },
      expected: true,
    },
    { method: "workspace/diagnostic/refresh", when: "pulling", capabilities: pulls, expected: false },
    { method: "window/showMessageRequest", when: "nothing", capabilities: {}, expected: false },
    { method: "window/workDoneProgress/create", when: "nothing", capabilities: {}, expected: false },
    { method: "namesake/changed", when: "nothing", capabilities: {}, expected: false },
  ])("$method to a client that announces $when: $expected", async ({ method, capabilities, expected }) => {
    const from = await start({
      capabilities,
      answers: { "client/registerCapability": null, "workspace/configuration": [null] },
    });
    await useAll(from);
    expect(from.methods().has(method)).toBe(expected);
  });

  test("to a client that announces nothing is what every client must take", async () => {
    const from = await start();
    await useAll(from);
    const allowed = ["textDocument/publishDiagnostics", "namesake/scanProgress"];
    expect([...from.methods()].filter((method) => !allowed.includes(method))).toEqual([]);
  });
});

describe("what the server offers", () => {
  test.each<{ name: string; capabilities: ClientCapabilities; offered: boolean }>([
    { name: "diagnosticProvider", capabilities: { textDocument: { diagnostic: {} } }, offered: true },
    { name: "diagnosticProvider", capabilities: {}, offered: false },
    {
      name: "notebookDocumentSync",
      capabilities: { notebookDocument: { synchronization: {} } },
      offered: true,
    },
    { name: "notebookDocumentSync", capabilities: {}, offered: false },
    { name: "workspace", capabilities: { workspace: { workspaceFolders: true } }, offered: true },
    { name: "workspace", capabilities: {}, offered: false },
    { name: "executeCommandProvider", capabilities: {}, offered: true },
    {
      name: "executeCommandProvider",
      capabilities: {
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
        workspace: { workspaceEdit: { resourceOperations: ["create"] } },
      },
      offered: false,
    },
  ])("$name: $offered", async ({ name, capabilities, offered }) => {
    const { initialized } = await start({ capabilities });
    expect(name in initialized.capabilities).toBe(offered);
  });

  test("names no commands to our own client, which has them", async () => {
    const settings = { workspaceTrusted: true, layers: [], workspaceFile: null, interpreters: [] };
    const { initialized } = await start({
      params: { initializationOptions: { trustCommand: true, settings } },
    });
    expect(initialized.capabilities).not.toHaveProperty("executeCommandProvider");
  });
});

describe("the parts of a diagnostic", () => {
  const lock = `${project}/uv.lock`;
  const text =
    'version = 1\n\n[[package]]\nname = "reqeusts"\nversion = "2.0"\nsource = { registry = "https://pypi.org/simple" }\n';
  const manifests = [{ path: "requirements.txt", text: "reqeusts\n" }];

  test.each([
    { announced: { dataSupport: true }, part: "data" },
    { announced: { relatedInformation: true }, part: "relatedInformation" },
    { announced: { codeDescriptionSupport: true }, part: "codeDescription" },
    { announced: {}, part: null },
  ])("are $part alone where $announced is announced", async ({ announced, part }) => {
    const capabilities = { textDocument: { publishDiagnostics: announced } };
    const from = await start({ capabilities, contents: { manifests } });
    await from.open(lock, text);
    const [diagnostic] = await from.pushed(lock, 1);
    const optional = ["data", "relatedInformation", "codeDescription"];
    expect(optional.filter((each) => each in diagnostic!)).toEqual(part === null ? [] : [part]);
  });

  test.each([
    { versionSupport: true, version: 1 },
    { versionSupport: false, version: undefined },
  ])("come with the document's version: $versionSupport", async ({ versionSupport, version }) => {
    const from = await start({ capabilities: { textDocument: { publishDiagnostics: { versionSupport } } } });
    await from.open(requirements, "reqeusts\n");
    await from.pushed(requirements, 1);
    const [params] = from.sent("textDocument/publishDiagnostics");
    expect((params as { version?: number }).version).toBe(version);
  });
});

test.each([
  { positionEncodings: undefined },
  { positionEncodings: ["utf-8", "utf-16"] },
  { positionEncodings: ["utf-32"] },
])("positions count UTF-16 where $positionEncodings is offered", async ({ positionEncodings }) => {
  const general = positionEncodings ? { positionEncodings } : {};
  const from = await start({ capabilities: { general } });
  expect(from.initialized.capabilities.positionEncoding ?? "utf-16").toBe("utf-16");
  const manifest = `${project}/pyproject.toml`;
  const line = `dependencies = ["flask; x == '🐍'", "reqeusts"]`;
  await from.open(manifest, `[project]\n${line}\n`);
  const [diagnostic] = await from.pushed(manifest, 1);
  expect(diagnostic?.range.start).toEqual({ line: 1, character: line.indexOf("reqeusts") });
});

describe("a hover", () => {
  const ask = async (hover: object | undefined) => {
    const from = await start({ capabilities: { textDocument: hover ? { hover } : {} } });
    await from.open(requirements, "reqeusts\n");
    return (await from.hover(requirements, 0))?.contents;
  };

  test("is Markdown where that is known", async () => {
    expect(await ask({ contentFormat: ["markdown", "plaintext"] })).toMatchObject({
      kind: "markdown",
      value: expect.stringContaining("req**e**usts"),
    });
  });

  test.each([[["plaintext"]], [["plaintext", "markdown"]]])("is plain text for %j", async (contentFormat) => {
    const contents = await ask({ contentFormat });
    expect(contents).toMatchObject({ kind: "plaintext" });
    const { value } = contents as { value: string };
    expect(value).toContain("written: reqeusts — not among the packages known on");
    expect(value).toContain("requests on PyPI: https://pypi.org/project/requests/");
    expect(value).not.toMatch(/[*\\|[\]]/);
  });

  test.each([[{}], [undefined], [{ contentFormat: [] }]])("is a bare string for %j", async (hover) => {
    expect(await ask(hover)).toEqual(expect.stringContaining("req**e**usts"));
  });

  test("in plain text shows what would turn the direction of the text", async () => {
    const from = await start({ capabilities: { textDocument: { hover: { contentFormat: ["plaintext"] } } } });
    await from.open(requirements, "req\u202Euests  # namesake: ignore\n");
    const hover = await from.hover(requirements, 0);
    expect(JSON.stringify(hover)).not.toContain("\u202E");
  });
});

describe("code actions", () => {
  const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } };

  async function actionsFor(options: LittleClientOptions): Promise<(CodeAction | Command)[]> {
    const from = await start(options);
    await from.open(requirements, "flask\nreqeusts\n");
    return from.actions(requirements, 1, await from.pushed(requirements, 1));
  }

  test("hold their edits where the client knows such", async () => {
    const actions = await actionsFor({ capabilities: { textDocument: { codeAction: literals } } });
    expect(actions[0]).toMatchObject({
      title: "Replace with 'requests'",
      edit: { changes: { [requirements]: [{ newText: "requests" }] } },
    });
  });

  test("are commands where it does not, and the server asks for the edit", async () => {
    const [command] = (await actionsFor({
      capabilities: { workspace: { applyEdit: true } },
      answers: { "workspace/applyEdit": { applied: true } },
    })) as Command[];
    expect(command).toMatchObject({ title: "Replace with 'requests'", command: "namesake.applyEdit" });
    await client?.request("workspace/executeCommand", {
      command: command!.command,
      arguments: command!.arguments,
    });
    expect(client?.sent("workspace/applyEdit")).toMatchObject([
      { edit: { changes: { [requirements]: [{ newText: "requests" }] } } },
    ]);
  });

  test("that would edit are not offered where nobody could make the edit", async () => {
    const actions = await actionsFor({ files: { [policy]: "{}" } });
    expect(actions).toEqual([]);
    expect(client?.initialized.capabilities.executeCommandProvider?.commands).not.toContain(
      "namesake.applyEdit",
    );
  });

  test("of other kinds are none", async () => {
    const from = await start({ capabilities: { textDocument: { codeAction: literals } } });
    await from.open(requirements, "reqeusts\n");
    const diagnostics = await from.pushed(requirements, 1);
    const ask = (only: string[]) =>
      from.request("textDocument/codeAction", {
        textDocument: { uri: requirements },
        range: diagnostics[0]!.range,
        context: { diagnostics, only },
      });
    expect(await ask(["refactor"])).toEqual([]);
    expect(await ask(["quickfix"])).not.toEqual([]);
  });
});

describe("trust, where the editor keeps no settings of ours,", () => {
  const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } };
  const edits = (workspaceEdit: object): ClientCapabilities => ({
    textDocument: { codeAction },
    workspace: { workspaceEdit },
  });
  const creating = edits({ documentChanges: true, resourceOperations: ["create"] });
  const title = "Trust 'reqeusts' in this folder (namesake.json)";

  async function trustAction(options: LittleClientOptions, uri = requirements) {
    const from = await start(options);
    await from.open(uri, "reqeusts\n");
    const actions = await from.actions(uri, 0, await from.pushed(uri, 1));
    return actions.find((each) => each.title.startsWith("Trust")) as CodeAction | undefined;
  }

  test("makes the file where the client can", async () => {
    const action = await trustAction({ capabilities: creating });
    expect(action).toMatchObject({
      title,
      edit: {
        documentChanges: [
          { kind: "create", uri: policy, options: { ignoreIfExists: true } },
          { textDocument: { uri: policy, version: null }, edits: [{}] },
        ],
      },
    });
    const [, change] = action?.edit?.documentChanges ?? [];
    const [edit] = (change as TextDocumentEdit).edits as TextEdit[];
    expect(JSON.parse(edit!.newText)).toEqual({ trustedPackages: { reqeusts: {} } });
  });

  test("lets the server make the file where the client cannot, which counts at once", async () => {
    const files: Record<string, string> = {};
    const action = await trustAction({ capabilities: edits({ documentChanges: true }), files });
    expect(action).toMatchObject({ title, command: { command: "namesake.createPolicyFile" } });
    await client?.request("workspace/executeCommand", action?.command);
    expect(JSON.parse(files[policy] ?? "")).toEqual({ trustedPackages: { reqeusts: {} } });
    await client?.pushed(requirements, 0);
  });

  test("writes over no file that came meanwhile, and says so", async () => {
    const files: Record<string, string> = {};
    const action = await trustAction({ capabilities: edits({}), files });
    files[policy] = "{}";
    await client?.request("workspace/executeCommand", action?.command);
    expect(files[policy]).toBe("{}");
    expect(client?.sent("window/showMessage")).toMatchObject([
      { message: expect.stringContaining("EEXIST") },
    ]);
  });

  test.each([
    { folder: "file:///elsewhere", name: "reqeusts" },
    { folder: project, name: "*" },
    { folder: project },
    null,
  ])("writes nothing for %j", async (argument) => {
    const files: Record<string, string> = {};
    const from = await start({ files });
    await from.request("workspace/executeCommand", {
      command: "namesake.createPolicyFile",
      arguments: [argument],
    });
    await from.request("workspace/executeCommand", { command: "namesake.unheardOf" });
    expect(files).toEqual({});
  });

  test("edits the file that is there", async () => {
    const files = { [policy]: '{\n  // ours\n  "trustedPackages": {}\n}\n' };
    const action = await trustAction({ capabilities: creating, files });
    expect(action).toMatchObject({ title, edit: { changes: { [policy]: [{}] } } });
    expect(action?.edit).not.toHaveProperty("documentChanges");
  });

  test.each([
    { documentChanges: true, shape: { documentChanges: [{ textDocument: { uri: policy, version: 1 } }] } },
    { documentChanges: false, shape: { changes: { [policy]: [{}] } } },
  ])(
    "edits the text in the editor, with its version: $documentChanges",
    async ({ documentChanges, shape }) => {
      const from = await start({
        capabilities: edits({ documentChanges }),
        files: { [policy]: '{ "as": "saved" }' },
      });
      await from.open(policy, '{ "trustedPackages": { "unsaved": {} } }');
      await from.open(requirements, "reqeusts\n");
      const actions = await from.actions(requirements, 0, await from.pushed(requirements, 1));
      const edit = (actions.at(-1) as CodeAction).edit;
      expect(edit).toMatchObject(shape);
      expect(JSON.stringify(edit)).toContain("reqeusts");
    },
  );

  test.each([
    { why: "the file is no JSON", options: { files: { [policy]: "{ half" } }, uri: requirements },
    {
      why: "a reason is required",
      options: { files: { [policy]: '{ "trust": { "requireReason": true } }' } },
      uri: requirements,
    },
    { why: "the file is open alone", options: { params: { rootUri: null } }, uri: requirements },
    { why: "the file is in no folder", options: {}, uri: "file:///elsewhere/requirements.txt" },
  ])("is not offered where $why", async ({ options, uri }) => {
    expect(await trustAction({ capabilities: creating, ...options }, uri)).toBeUndefined();
  });

  test.each([
    { watches: true, count: 1 },
    { watches: false, count: 0 },
  ])(
    "counts once a document is saved, unless the client watches files: $watches",
    async ({ watches, count }) => {
      const files: Record<string, string> = {};
      const from = await start({
        files,
        capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: watches } } },
        answers: { "client/registerCapability": null },
      });
      await from.open(requirements, "reqeusts\n");
      await from.pushed(requirements, 1);
      files[policy] = '{ "trustedPackages": { "reqeusts": {} } }';
      await from.open(policy, files[policy]);
      await from.notify("textDocument/didSave", { textDocument: { uri: policy } });
      await from.settled();
      await from.pushed(requirements, count);
    },
  );
});

describe("the project of a client", () => {
  const files = { "file:///a%20b/namesake.json": '{ "trustedPackages": { "reqeusts": {} } }' };
  const uri = "file:///a%20b/requirements.txt";

  test.each([
    { given: "folders", params: { workspaceFolders: [{ uri: "file:///a%20b", name: "a b" }] }, found: true },
    { given: "rootUri", params: { workspaceFolders: null, rootUri: "file:///a%20b" }, found: true },
    { given: "rootPath", params: { rootPath: "/a b" }, found: true },
    { given: "rootPath of Windows", params: { rootPath: "C:\\acme" }, found: false },
    { given: "no folder", params: { workspaceFolders: [] }, found: false },
    { given: "nothing", params: {}, found: false },
  ])("is known by $given", async ({ params, found }) => {
    const from = await start({ files, params });
    await from.open(uri, "reqeusts\nnumpyy\n");
    await from.pushed(uri, found ? 1 : 2);
  });

  test("of Windows is known by its path", async () => {
    const from = await start({
      files: { "file:///c%3A/acme/namesake.json": '{ "trustedPackages": { "reqeusts": {} } }' },
      params: { rootPath: "c:\\acme" },
    });
    await from.open("file:///c%3A/acme/requirements.txt", "reqeusts\nnumpyy\n");
    await from.pushed("file:///c%3A/acme/requirements.txt", 1);
  });

  test.each([
    { file: "namesake.json", text: '{ "trustedPackages": { "reqeusts": {} } }' },
    { file: "pyproject.toml", text: "[tool.namesake]\ntrustedPackages.reqeusts = {}" },
    { file: ".vscode/settings.json", text: '{ "namesake.trustedPackages": { "reqeusts": {} } }' },
  ])("has its policy in $file", async ({ file, text }) => {
    const from = await start({ files: { [`${project}/${file}`]: text } });
    await from.open(requirements, "reqeusts\nnumpyy\n");
    await from.pushed(requirements, 1);
  });
});

describe("settings", () => {
  const trusting = { trustedPackages: { reqeusts: {} } };
  const text = "reqeusts\nnumpyy\n";

  test("come with the initialization options", async () => {
    const from = await start({ params: { initializationOptions: { namesake: trusting } } });
    await from.open(requirements, text);
    await from.pushed(requirements, 1);
  });

  test("are asked for, at first and when they change", async () => {
    const answers: Record<string, unknown> = { "workspace/configuration": [trusting] };
    const from = await start({ capabilities: { workspace: { configuration: true } }, answers });
    await from.open(requirements, text);
    await from.pushed(requirements, 1);
    expect(from.sent("workspace/configuration")).toEqual([{ items: [{ section: "namesake" }] }]);
    answers["workspace/configuration"] = [null];
    // What such a client pushes along is not what it would answer.
    await from.notify("workspace/didChangeConfiguration", { settings: { namesake: trusting } });
    await from.pushed(requirements, 2);
  });

  test("are pushed by clients that cannot be asked", async () => {
    const from = await start();
    await from.open(requirements, text);
    await from.pushed(requirements, 2);
    await from.notify("workspace/didChangeConfiguration", { settings: { namesake: trusting } });
    await from.pushed(requirements, 1);
    await from.notify("workspace/didChangeConfiguration", { settings: null });
    await from.pushed(requirements, 2);
  });

  test("of both ways add up, and of single values the later counts", async () => {
    const from = await start({
      params: { initializationOptions: { namesake: { ...trusting, maxProblems: 1 } } },
    });
    await from.open(requirements, `${text}${text}`);
    const settings = { namesake: { trustedPackages: { numpyy: {} }, maxProblems: 50 } };
    await from.notify("workspace/didChangeConfiguration", { settings });
    await from.pushed(requirements, 0);
  });

  test.each<{ given: unknown; says: string | null }>([
    { given: undefined, says: null },
    { given: null, says: null },
    { given: {}, says: null },
    { given: { namesake: {} }, says: null },
    { given: { namesake: null }, says: null },
    { given: { namesake: trusting }, says: null },
    { given: 5, says: "initializationOptions (initializationOptions) is ignored: it is 5, but it can be {" },
    { given: ["x"], says: 'it is ["x"], but it can be { "namesake": { … } }' },
    { given: trusting, says: "trustedPackages (initializationOptions) is ignored: there is no such setting" },
    { given: { namesake: "strict" }, says: "namesake (initializationOptions) is ignored: it is strict" },
    {
      given: { namesake: { sensitivity: "loud" } },
      says: "namesake.sensitivity (initializationOptions) is ignored: it is loud, but it can be quiet",
    },
    {
      given: { namesake: { sensitivty: "quiet" } },
      says: "namesake.sensitivty (initializationOptions) is ignored: there is no such setting",
    },
    { given: { settings: { namesake: {} } }, says: "settings (initializationOptions) is ignored" },
  ])("given as $given make the server say $says", async ({ given, says }) => {
    const from = await start({ params: { initializationOptions: given, rootUri: project } });
    await from.open(requirements, text);
    await from.pushed(requirements, JSON.stringify(given) === JSON.stringify({ namesake: trusting }) ? 1 : 2);
    const shown = from.sent("window/showMessage") as { message: string }[];
    if (says === null) expect(shown).toEqual([]);
    else expect(shown).toMatchObject([{ message: expect.stringContaining(says) }]);
  });
});
