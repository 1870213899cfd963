/** What the suites inside VS Code have in common: opening files, waiting for findings, choosing quick fixes. */
import assert from "node:assert/strict";
import * as vscode from "vscode";

/** Milliseconds for the server to start or to answer; far more than it needs. */
const patience = 30_000;

/** The workspace folder of that name, or the only one. */
export function folder(name?: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find((each) => name === undefined || each.name === name);
  assert(found, `no workspace folder ${name}`);
  return found.uri;
}

/** Opens a file of the workspace in an editor. */
export async function open(path: string, root = folder()): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(root, path));
  // Without a tab of its own it would be closed by the next one.
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Makes a file in the workspace and opens it. */
export async function openNew(path: string, text: string, root = folder()): Promise<vscode.TextDocument> {
  await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root, path), new TextEncoder().encode(text));
  return open(path, root);
}

/** Waits until the findings are exactly these, each as `line:column code text`, counted from one. */
export async function expectFindings(
  document: vscode.TextDocument,
  expected: readonly string[],
): Promise<void> {
  await eventually(() => assert.deepEqual(findingsOf(document), expected));
}

/** The quick fix of that title for the finding on `text`. */
export async function quickFix(
  document: vscode.TextDocument,
  text: string,
  title: string,
): Promise<vscode.CodeAction> {
  const actions = await quickFixes(document, text);
  const action = actions.find((each) => each.title === title);
  assert(action, `no quick fix "${title}" among:\n${actions.map((each) => each.title).join("\n")}`);
  return action;
}

/** All quick fixes of ours for the finding on `text`, in the order of the menu: newer editors have `Fix` and `Explain` there too. */
export async function quickFixes(document: vscode.TextDocument, text: string): Promise<vscode.CodeAction[]> {
  // A menu is empty where VS Code asks for it while the document or its findings come anew; a person opens it again.
  return eventually(async () => {
    const finding = ours(document).find(({ range }) => document.getText(range) === text);
    assert(finding, `no finding on ${text}`);
    const menu = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fixes = menu.filter(({ edit, command }) => edit ?? command?.command.startsWith("namesake."));
    assert(fixes.length > 0, `no quick fix for ${text}`);
    return fixes;
  });
}

/** Does what VS Code does when a person chooses the action. */
export async function choose({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) assert(await vscode.workspace.applyEdit(edit));
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Waits until a saved file is JSON, comments aside, that has `value` under `key`. */
export async function expectSetting(file: vscode.Uri, key: string, value: unknown): Promise<void> {
  await eventually(async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const settings: Record<string, unknown> = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ""));
    assert.deepEqual(settings[key], value);
  });
}

/** Sets a setting until the test is over. */
export async function withSetting(
  key: string,
  value: unknown,
  target: vscode.ConfigurationTarget,
  test: () => Promise<void>,
): Promise<void> {
  const before = valueAt(key, target);
  await vscode.workspace.getConfiguration().update(key, value, target);
  try {
    await test();
  } finally {
    await vscode.workspace.getConfiguration().update(key, before, target);
  }
}

/** Repeats the check until it no longer throws, and gives its result; throws its last error when patience ends. */
export async function eventually<Result>(check: () => Result | Promise<Result>): Promise<Result> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function findingsOf(document: vscode.TextDocument): string[] {
  return ours(document).map(({ range, code }) => {
    const { line, character } = range.start;
    const shownCode = typeof code === "object" ? code.value : code;
    return `${line + 1}:${character + 1} ${shownCode} ${document.getText(range)}`;
  });
}

function ours({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === "Namesake")
    .sort((one, other) => one.range.start.compareTo(other.range.start));
}

function valueAt(key: string, target: vscode.ConfigurationTarget): unknown {
  const values = vscode.workspace.getConfiguration().inspect(key);
  return target === vscode.ConfigurationTarget.Global ? values?.globalValue : values?.workspaceValue;
}
