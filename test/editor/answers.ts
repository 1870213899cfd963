/** Answers VS Code's questions in place of a person, and keeps what was said on the screen. */
import * as vscode from "vscode";

/** A text to type, the label of an item to choose, or undefined to dismiss the question. */
export type Answer = string | undefined;

/**
 * Runs the work while questions are answered in turn.
 *
 * @returns the sentences that were shown meanwhile
 * @throws where a question has no answer, an answer is none that the question takes, or answers are left
 */
export async function answering(
  answers: readonly Answer[],
  work: () => PromiseLike<unknown>,
): Promise<string[]> {
  const left = [...answers];
  const shown: string[] = [];
  const next = (question: string): Answer => {
    if (left.length === 0) throw new Error(`nobody answers: ${question}`);
    return left.shift();
  };
  const stubs = {
    async showInputBox(options: vscode.InputBoxOptions = {}) {
      const answer = next(options.prompt ?? "");
      const problem = answer === undefined ? null : await options.validateInput?.(answer);
      if (typeof problem === "string") throw new Error(`not accepted: ${problem}`);
      return answer;
    },
    async showQuickPick(items: readonly vscode.QuickPickItem[], options: vscode.QuickPickOptions = {}) {
      const answer = next(options.title ?? "");
      const found = items.find(({ label }) => label.includes(answer ?? "\0"));
      if (answer !== undefined && !found)
        throw new Error(`no ${answer} among ${items.map(({ label }) => label)}`);
      return found;
    },
    createQuickPick: () => new TypingPick(next),
    async showInformationMessage(sentence: string) {
      shown.push(sentence);
    },
    async showWarningMessage(sentence: string) {
      shown.push(sentence);
    },
  };
  const real: Record<string, unknown> = {};
  const window = vscode.window as unknown as Record<string, unknown>;
  for (const [name, stub] of Object.entries(stubs)) {
    real[name] = window[name];
    window[name] = stub;
  }
  try {
    await work();
  } finally {
    Object.assign(window, real);
  }
  if (left.length > 0) throw new Error(`nobody asked for ${left.join(", ")}`);
  return shown;
}

/** Types the answer and accepts the first item, as a person does. */
class TypingPick {
  items: readonly vscode.QuickPickItem[] = [];
  value = "";
  private onChange: (value: string) => void = () => {};
  private onAccept: () => void = () => {};
  private onHide: () => void = () => {};
  constructor(private readonly next: (question: string) => Answer) {}
  get activeItems(): readonly vscode.QuickPickItem[] {
    return this.items.filter(({ label }) => label.includes(this.value)).slice(0, 1);
  }
  onDidChangeValue = (callback: (value: string) => void): void => {
    this.onChange = callback;
  };
  onDidAccept = (callback: () => void): void => {
    this.onAccept = callback;
  };
  onDidHide = (callback: () => void): void => {
    this.onHide = callback;
  };
  show(): void {
    setImmediate(() => {
      const answer = this.next("a name");
      if (answer === undefined) return this.onHide();
      this.value = answer;
      this.onChange(answer);
      this.onAccept();
    });
  }
  hide(): void {
    this.onHide();
  }
  dispose(): void {}
}
