/** What stands in files beside the programs: loaded when it is needed, and missed where it is gone. */

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { root } from "../../scripts/machine/root.mjs";
import { dayOfData, onDay } from "../support/day.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { expectNotSprung, setTrap, type Trap } from "../support/trap.ts";

let child: ChildProcessWithoutNullStreams | undefined;
let trap: Trap | undefined;
afterEach(() => {
  child?.kill();
  if (trap) expectNotSprung(trap);
});

const environment = "dependencies:\n  - pip:\n      - reqeusts\n";
const action = "runs:\n  steps:\n    - run: pip install reqeusts\n";
const requirements = "reqeusts\n";

test("a file in YAML is read", async () => {
  const { codesOf, logged } = await start(["server.js", "service.js", "yaml.js", "namesake.pack"]);
  expect(await codesOf("environment.yml", environment)).toEqual(["typosquat"]);
  expect(await codesOf("action.yml", action)).toEqual(["typosquat"]);
  expect(logged).toEqual([]);
});

test("without the reader of YAML, all other files are read, and the log says so once", async () => {
  const { codesOf, logged } = await start(["server.js", "service.js", "namesake.pack"]);
  expect(await codesOf("environment.yml", environment)).toEqual([]);
  expect(await codesOf("action.yml", action)).toEqual([]);
  expect(await codesOf("requirements.txt", requirements)).toEqual(["typosquat"]);
  expect(logged).toEqual([expect.stringMatching(/^Names in YAML are not checked: .*Cannot find module/s)]);
});

test("without the reader of YAML, a check says so and does not end well", () => {
  const folder = temporaryFolder({ "environment.yml": environment, "requirements.txt": requirements });
  for (const file of ["cli.js", "namesake.pack"]) cpSync(join(root, "dist", file), join(folder, file));
  const check = (path: string) =>
    spawnSync(process.execPath, ["cli.js", "check", path], { cwd: folder, encoding: "utf8" });
  expect(check("environment.yml").stderr).toMatch(/yaml\.js.*Reinstall Namesake\./);
  expect(check("environment.yml").status).toBe(2);
});

test("without what checks names, the editor shows that, once", async () => {
  const { shown } = await start(["server.js", "namesake.pack"]);
  await vi.waitFor(() =>
    expect(shown).toEqual([
      "Namesake: service.js, which checks names, cannot be loaded. Reinstall Namesake.",
    ]),
  );
});

/** Starts the server from a folder that holds these of its files. */
async function start(files: readonly string[]) {
  const folder = temporaryFolder({});
  for (const file of files) cpSync(join(root, "dist", file), join(folder, file));
  trap = setTrap();
  const day = onDay(dayOfData());
  child = spawn(process.execPath, [...day.options, ...trap.options, join(folder, "server.js"), "--stdio"], {
    env: { ...process.env, ...day.environment, ...trap.environment },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const logged: string[] = [];
  connection.onNotification(LogMessageNotification.type, ({ message }) => void logged.push(message));
  const shown: string[] = [];
  connection.onNotification(ShowMessageNotification.type, ({ message }) => void shown.push(message));
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities });
  await connection.sendNotification(InitializedNotification.type, {});

  async function codesOf(path: string, text: string): Promise<unknown[]> {
    const textDocument = { uri: `untitled:/${path}`, languageId: "plaintext", version: 1, text };
    await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument });
    return report.kind === "full" ? report.items.map(({ code }) => code) : [];
  }
  return { codesOf, logged, shown };
}
