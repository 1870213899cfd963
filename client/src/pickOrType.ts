/** A list to choose from that also takes what the person types, which VS Code's own question does not offer. */

import { type QuickPickItem, window } from "vscode";

export interface Question {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly QuickPickItem[];
  /** What stands in the field at first. */
  readonly value?: string;
  /** Why the text is no answer, or null where it is one. */
  whyNot(text: string): string | null;
}

/** The label of the item, or the text; undefined when the question is dismissed. */
export function pickOrType(question: Question): Promise<string | undefined> {
  const { title, placeholder, items, value = "", whyNot } = question;
  const pick = window.createQuickPick();
  Object.assign(pick, { title, placeholder, value, ignoreFocusOut: true, matchOnDescription: true });
  offer(value);
  pick.onDidChangeValue(offer);
  pick.show();
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const answer = answerOf(pick.activeItems[0], pick.value.trim());
      if (whyNot(answer) !== null) return;
      resolve(answer);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
  });

  function offer(value: string): void {
    const text = value.trim();
    const known = items.some(({ label }) => label === text);
    if (text === "" || known) {
      pick.items = items;
      return;
    }
    const problem = whyNot(text);
    // Always shown, since VS Code hides what does not match.
    const typed: QuickPickItem = { label: text, alwaysShow: true, ...(problem ? { detail: problem } : {}) };
    pick.items = [typed, ...items];
  }
}

/**
 * VS Code replaces the items a moment after the text has changed, so that whoever types fast and presses Enter still
 * has an item of the text before: it counts only if the text can be found in it.
 */
export function answerOf(active: QuickPickItem | undefined, text: string): string {
  const isOfText = active && [active.label, active.description ?? ""].some((words) => holds(words, text));
  return isOfText ? active.label : text;
}

/** Whether the letters of the text stand in the words in their order, which is how VS Code looks for them. */
function holds(words: string, text: string): boolean {
  let place = 0;
  for (const letter of text.toLowerCase()) {
    place = words.toLowerCase().indexOf(letter, place) + 1;
    if (place === 0) return false;
  }
  return true;
}
