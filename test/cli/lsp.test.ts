/** `namesake lsp` as an editor starts it, from the package that npm would publish. */

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeAll, expect, test } from "vitest";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { installNpmProgram } from "../support/npmProgram.ts";
import { expectNotSprung, setTrap, type Trap } from "../support/trap.ts";

let script = "";
beforeAll(async () => {
  script = (await installNpmProgram()).script;
}, 60_000);

let server: ChildProcessWithoutNullStreams | undefined;
let trap: Trap | undefined;
afterEach(() => {
  server?.kill();
  if (trap) expectNotSprung(trap);
});

function start(...args: string[]): { connection: MessageConnection; ended: Promise<number> } {
  trap = setTrap();
  const child = spawn(process.execPath, [...trap.options, script, "lsp", ...args], {
    env: { ...process.env, ...trap.environment },
  });
  server = child;
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  return { connection, ended: once(child, "exit").then(([code]) => code as number) };
}

async function initialize(connection: MessageConnection): Promise<void> {
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
}

test("judges with its own data, and ends as the editor asks", async () => {
  const { connection, ended } = start("--stdio");
  const published = new Promise((resolve) => {
    connection.onNotification("textDocument/publishDiagnostics", resolve);
  });
  await initialize(connection);
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri: "untitled:requirements.txt", languageId: "text", version: 1, text: "reqeusts\n" },
  });
  expect(await published).toMatchObject({ diagnostics: [{ code: "typosquat" }] });
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  expect(await ended).toBe(0);
});

test("ends when the editor is gone", async () => {
  const { connection, ended } = start("--stdio", `--clientProcessId=${process.pid}`);
  await initialize(connection);
  server?.stdin.end();
  expect(await ended).toBe(1);
});

test("takes no other transport", async () => {
  const { ended } = start("--socket=5007");
  expect(await ended).toBe(2);
});
