/** As much of VS Code's interface as the client uses, in memory. A test sets the state and reads what was done to it. */

import { posix } from "node:path";

export interface Folder {
  readonly name: string;
  readonly uri: Uri;
}

interface File {
  text: string;
  bytes?: Uint8Array;
  readOnly?: boolean;
  locked?: boolean;
  isLink?: boolean;
  /** Another program wrote it since VS Code looked: no save until the file is read anew. */
  isNewer?: boolean;
}

export const state = initialState();

function initialState() {
  return {
    folders: undefined as Folder[] | undefined,
    workspaceFile: undefined as Uri | undefined,
    trusted: true,
    language: "en",
    translations: undefined as Readonly<Record<string, string>> | undefined,
    /** By path. */
    files: new Map<string, File>(),
    /** What the reading of any file or folder fails with: a code of `FileSystemError`. */
    fileProblem: undefined as string | undefined,
    documents: new Map<string, Document>(),
    active: undefined as Document | undefined,
    /** What the tabs show; a comparison has two sides. */
    tabs: [] as (TabInputText | TabInputTextDiff)[],
    /** By the text of their URI. */
    diagnostics: new Map<string, readonly unknown[]>(),
    /** What the views say above their trees, by id. */
    views: new Map<string, { readonly message: string }>(),
    statusItem: undefined as { text: string; detail?: string; dispose(): void } | undefined,
    clipboard: "",
    opened: [] as string[],
    /** What `inspect("namesake")` gives; folders by name. */
    settings: {} as { user?: unknown; workspace?: unknown; folders?: Record<string, unknown> },
    updated: [] as { value: unknown; target: number }[],
    updateProblem: undefined as string | undefined,
    /** Sentences on the screen, and the errors in the log. */
    shown: [] as string[],
    logged: [] as string[],
    /** What the person answers to questions, in turn. */
    answers: [] as (string | undefined)[],
    commands: new Map<string, (argument?: unknown) => unknown>(),
    executed: [] as unknown[][],
    /** Files that a search of the workspace finds. */
    found: [] as string[],
    python: undefined as { isActive: boolean; exports: unknown } | undefined,
  };
}

export function reset(): void {
  Object.assign(state, initialState());
}

export class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(`${code} (FileSystemError): Error: told at length`);
  }
}

export class Uri {
  constructor(
    readonly scheme: string,
    readonly path: string,
  ) {}
  static file = (path: string) => new Uri("file", path);
  static joinPath = (base: Uri, ...parts: string[]) => new Uri(base.scheme, posix.join(base.path, ...parts));
  static parse = (text: string) => {
    const [scheme = "", path = ""] = text.split("://");
    return new Uri(scheme, path);
  };
  toString = () => `${this.scheme}://${this.path}`;
  with = ({ path }: { path: string }) => new Uri(this.scheme, path);
}

/** Of offsets. One that is made of lines is kept as it is; nothing here looks into it. */
export class Range {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
}

/** Positions are offsets. */
export class Document {
  version = 1;
  isDirty = false;
  constructor(
    readonly uri: Uri,
    public text: string,
    readonly languageId = "json",
  ) {}
  getText = () => this.text;
  positionAt = (offset: number) => offset;
  type(text: string): void {
    this.text = text;
    this.version += 1;
    this.isDirty = true;
  }
  revert(): void {
    const file = state.files.get(this.uri.path)!;
    file.isNewer = false;
    this.type(file.text);
    this.isDirty = false;
  }
  async save(): Promise<boolean> {
    const file = state.files.get(this.uri.path);
    if (file?.locked || file?.isNewer) return false;
    state.files.set(this.uri.path, { text: this.text });
    this.isDirty = false;
    return true;
  }
}

export class WorkspaceEdit {
  readonly steps: (() => void)[] = [];
  createFile(uri: Uri, { contents }: { contents: Uint8Array }): void {
    this.steps.push(() => state.files.set(uri.path, { text: new TextDecoder().decode(contents) }));
  }
  replace(uri: Uri, { start, end }: Range, newText: string): void {
    this.steps.push(() => {
      const document = state.documents.get(uri.path)!;
      document.type(document.text.slice(0, start) + newText + document.text.slice(end));
    });
  }
}

export class EventEmitter<Data> {
  private readonly listeners = new Set<(data: Data) => void>();
  readonly event = (listener: (data: Data) => void) => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  fire = (data: Data) => {
    for (const listener of [...this.listeners]) listener(data);
  };
  dispose = () => this.listeners.clear();
}

export const events = {
  configuration: new EventEmitter<{ affectsConfiguration: (section: string) => boolean }>(),
  opened: new EventEmitter<Document>(),
  editor: new EventEmitter<unknown>(),
  trust: new EventEmitter<void>(),
  folders: new EventEmitter<unknown>(),
  tabs: new EventEmitter<unknown>(),
  diagnostics: new EventEmitter<unknown>(),
};

export enum FileType {
  File = 1,
  Directory = 2,
  SymbolicLink = 64,
}

export const Disposable = {
  from: (...all: { dispose(): unknown }[]) => ({ dispose: () => all.forEach((each) => void each.dispose()) }),
};
export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
export class TreeItem {
  constructor(
    readonly label: string,
    readonly collapsibleState = 0,
  ) {}
}
export class ThemeIcon {
  constructor(readonly id: string) {}
}
export class ThemeColor {}
export class CancellationTokenSource {
  readonly token = { isCancellationRequested: false };
  cancel = () => {
    this.token.isCancellationRequested = true;
  };
}

export const l10n = {
  /** What VS Code has for its language, by the English sentences; undefined for English. */
  get bundle() {
    return state.translations;
  },
  t: (text: string, args: Record<string, unknown> = {}) =>
    (state.translations?.[text] ?? text).replace(/\{(\w+)\}/g, (placeholder, key: string) =>
      String(args[key] ?? placeholder),
    ),
};
export const extensions = { getExtension: () => state.python };
export class TabInputText {
  constructor(readonly uri: Uri) {}
}
export class TabInputTextDiff {
  constructor(
    readonly original: Uri,
    readonly modified: Uri,
  ) {}
}
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };
export const InputBoxValidationSeverity = { Info: 1, Warning: 2, Error: 3 };
export const LanguageStatusSeverity = { Information: 0, Warning: 1, Error: 2 };
export const TreeItemCheckboxState = { Unchecked: 0, Checked: 1 };
export const ProgressLocation = { Notification: 15 };
export const env = {
  get language() {
    return state.language;
  },
  clipboard: {
    async writeText(text: string) {
      state.clipboard = text;
    },
  },
  async openExternal(uri: Uri) {
    state.opened.push(uri.toString());
  },
};

/** A collection of diagnostics that can be read back. */
class DiagnosticCollection {
  private readonly items = new Map<string, [Uri, readonly unknown[]]>();
  set = (uri: Uri, items: readonly unknown[]) => void this.items.set(uri.toString(), [uri, items]);
  delete = (uri: Uri) => void this.items.delete(uri.toString());
  dispose = () => this.items.clear();
  [Symbol.iterator] = () => this.items.values();
}

export const languages = {
  createDiagnosticCollection: () => new DiagnosticCollection(),
  createLanguageStatusItem: () => {
    state.statusItem = { text: "", dispose() {} };
    return state.statusItem;
  },
  getDiagnostics: (uri: Uri) => state.diagnostics.get(uri.toString()) ?? [],
  onDidChangeDiagnostics: (listener: (data: unknown) => void) => events.diagnostics.event(listener),
  match: (selector: { scheme: string; language?: string }[], { uri, languageId }: Document) =>
    selector.some(({ scheme, language }) => scheme === uri.scheme && language === languageId) ? 10 : 0,
};

export const commands = {
  registerCommand(id: string, handler: (argument?: unknown) => unknown) {
    state.commands.set(id, handler);
    return { dispose: () => state.commands.delete(id) };
  },
  async executeCommand(...call: unknown[]) {
    state.executed.push(call);
    if (call[0] === "workbench.action.files.revert") state.active?.revert();
  },
};

/** A person who is offered something and has an answer gives it. */
const show = async (sentence: string, ...offered: unknown[]) => {
  state.shown.push(sentence);
  const [answer] = state.answers;
  return offered.includes(answer) ? state.answers.shift() : undefined;
};

/** Types the person's answer and accepts what is offered first. */
function createQuickPick() {
  let typed: (value: string) => void = () => {};
  let accept = () => {};
  let hide = () => {};
  const pick = {
    items: [] as { label: string }[],
    value: "",
    get activeItems() {
      return pick.items.filter(({ label }) => label.includes(pick.value.trim())).slice(0, 1);
    },
    onDidChangeValue: (callback: typeof typed) => {
      typed = callback;
    },
    onDidAccept: (callback: () => void) => {
      accept = callback;
    },
    onDidHide: (callback: () => void) => {
      hide = callback;
    },
    show() {
      queueMicrotask(() => {
        const answer = state.answers.shift();
        if (answer === undefined) return hide();
        pick.value = answer;
        typed(answer);
        accept();
      });
    },
    hide: () => hide(),
    dispose() {},
  };
  return pick;
}

export const window = {
  showInformationMessage: show,
  showWarningMessage: show,
  showErrorMessage: show,
  showInputBox: async () => state.answers.shift(),
  showQuickPick: async (items: { label: string }[]) => {
    const answer = state.answers.shift();
    return items.find(({ label }) => label === answer);
  },
  async showTextDocument(document: Document) {
    state.active = document;
  },
  createOutputChannel: () => ({
    show() {},
    info() {},
    warn() {},
    error: (text: string) => void state.logged.push(text),
    dispose() {},
  }),
  createQuickPick,
  createTreeView(id: string) {
    const view = {
      message: "",
      selection: [],
      visible: true,
      onDidChangeVisibility: () => ({ dispose() {} }),
      onDidChangeCheckboxState: () => ({ dispose() {} }),
      dispose() {},
    };
    state.views.set(id, view);
    return view;
  },
  tabGroups: {
    get all() {
      return [{ tabs: state.tabs.map((input) => ({ input })) }];
    },
    onDidChangeTabs: (listener: (data: unknown) => void) => events.tabs.event(listener),
  },
  withProgress: (_options: unknown, work: (progress: unknown) => unknown) => work({ report() {} }),
  setStatusBarMessage: show,
  onDidChangeActiveTextEditor: events.editor.event,
};

export const workspace = {
  get workspaceFolders() {
    return state.folders;
  },
  get workspaceFile() {
    return state.workspaceFile;
  },
  get isTrusted() {
    return state.trusted;
  },
  get textDocuments() {
    return [...state.documents.values()];
  },
  name: "Untitled (Workspace)",
  onDidChangeConfiguration: events.configuration.event,
  onDidOpenTextDocument: events.opened.event,
  onDidGrantWorkspaceTrust: events.trust.event,
  onDidChangeWorkspaceFolders: events.folders.event,
  findFiles: async () => state.found,
  getWorkspaceFolder: ({ scheme, path }: Uri) =>
    state.folders?.find(({ uri }) => uri.scheme === scheme && path.startsWith(`${uri.path}/`)),
  asRelativePath: ({ path }: Uri) => path.slice(1),
  registerTextDocumentContentProvider: () => ({ dispose() {} }),
  getConfiguration: (_section: string | undefined, resource?: Uri | null) => ({
    inspect: () => ({
      globalValue: state.settings.user,
      workspaceValue: state.settings.workspace,
      workspaceFolderValue:
        state.settings.folders?.[state.folders?.find(({ uri }) => uri === resource)?.name ?? ""],
    }),
    async update(_key: string, value: unknown, target: number) {
      if (state.updateProblem) throw new Error(state.updateProblem);
      state.updated.push({ value, target });
    },
  }),
  fs: {
    isWritableFileSystem: (scheme: string) => scheme === "file",
    async readFile({ path }: Uri) {
      if (state.fileProblem) throw new FileSystemError(state.fileProblem);
      const file = state.files.get(path);
      if (!file) throw new FileSystemError("FileNotFound");
      return file.bytes ?? new TextEncoder().encode(file.text);
    },
    async readDirectory({ path }: Uri) {
      if (state.fileProblem) throw new FileSystemError(state.fileProblem);
      const entries = new Map<string, FileType>();
      for (const [file, { isLink }] of state.files) {
        if (!file.startsWith(`${path}/`)) continue;
        const [name = "", ...below] = file.slice(path.length + 1).split("/");
        const type = below.length > 0 ? FileType.Directory : FileType.File;
        entries.set(name, isLink ? type | FileType.SymbolicLink : type);
      }
      if (entries.size === 0) throw new FileSystemError("FileNotFound");
      return [...entries];
    },
    async stat({ path }: Uri) {
      const file = state.files.get(path);
      if (!file) throw new FileSystemError("FileNotFound");
      return { permissions: file.readOnly ? 1 : undefined };
    },
  },
  async openTextDocument(uri: Uri) {
    const open = state.documents.get(uri.path);
    if (open) return open;
    const document = new Document(uri, state.files.get(uri.path)!.text);
    state.documents.set(uri.path, document);
    return document;
  },
  async applyEdit({ steps }: WorkspaceEdit) {
    for (const step of steps) step();
    return true;
  },
};
