/** Changes policy for a person: says in one sentence what became of it, and can take the last change back. */

import { commands, l10n } from "vscode";
import type { PolicyChange } from "../../../server/src/lsp/protocol.ts";
import type { LanguageServer } from "../languageServer.ts";
import { inform, warn } from "../notifications.ts";
import { list } from "../words.ts";
import { openPolicy } from "./openPolicy.ts";
import type { PolicyOutcome } from "./outcome.ts";
import { changePolicyFile } from "./policyFile.ts";
import { type PolicyScope, placeOf } from "./scopes.ts";
import { changeSetting } from "./setting.ts";

export interface PolicyEditor {
  /** Resolves when the changes are made; the sentence may still be on the screen. */
  change(step: PolicyStep, sentence: string): Promise<PolicyOutcome>;
  /** The steps in turn, as one change: all of them or none. */
  changeSeveral(steps: readonly PolicyStep[], sentence: string): Promise<PolicyOutcome>;
  /** Steps that were taken otherwise, such as in an edit with other things, can be taken back too. */
  remember(undo: readonly PolicyStep[]): void;
  /** Takes back the last change that is not taken back yet, wherever it was made. */
  undo(): Promise<PolicyOutcome | undefined>;
}

/** Changes at one scope. */
export interface PolicyStep {
  readonly scope: PolicyScope;
  readonly changes: readonly PolicyChange[];
}

export function makePolicyEditor(server: LanguageServer): PolicyEditor {
  const history: (readonly PolicyStep[])[] = [];

  function remember(undo: readonly PolicyStep[]): void {
    if (undo.length > 0) history.push(undo);
    tellWhetherUndo();
  }

  function tellWhetherUndo(): void {
    void commands.executeCommand("setContext", "namesake.canUndo", history.length > 0);
  }

  async function changeSeveral(steps: readonly PolicyStep[], sentence: string): Promise<PolicyOutcome> {
    const { outcome, last, undo } = await takeSteps(server, steps);
    remember(undo);
    void announce(last, outcome, sentence);
    return outcome;
  }

  async function announce(step: PolicyStep, outcome: PolicyOutcome, sentence: string): Promise<void> {
    const open = l10n.t("Open");
    const takeBack = l10n.t("Undo");
    const done = outcome.kind === "written" || outcome.kind === "unsaved";
    const show = outcome.kind === "written" ? inform : warn;
    const text = describe(outcome, sentence, placeOf(step.scope));
    const answer = await show(text, ...(done && history.length > 0 ? [open, takeBack] : [open]));
    if (answer === open) await openPolicy(step.scope, step.changes[0]?.name ?? "");
    if (answer === takeBack) await undoLast();
  }

  async function undoLast(): Promise<PolicyOutcome | undefined> {
    const steps = history.pop();
    if (!steps) {
      void inform(l10n.t("There is no change of trusted packages to undo."));
      return undefined;
    }
    const { outcome, last } = await takeSteps(server, steps);
    // What could not be taken back can be tried again.
    if (outcome.kind === "problem") history.push(steps);
    tellWhetherUndo();
    const places = list([...new Set(steps.map(({ scope }) => placeOf(scope)))]);
    void announce(last, outcome, l10n.t("The last change is undone in {places}.", { places }));
    return outcome;
  }

  return {
    change: (step, sentence) => changeSeveral([step], sentence),
    changeSeveral,
    remember,
    undo: undoLast,
  };
}

interface Taken {
  readonly outcome: PolicyOutcome;
  /** The step that the outcome is of. */
  readonly last: PolicyStep;
  readonly undo: readonly PolicyStep[];
}

/** All steps or none: where one fails, those before it are taken back. */
async function takeSteps(server: LanguageServer, steps: readonly PolicyStep[]): Promise<Taken> {
  let taken: Taken = { outcome: { kind: "unchanged" }, last: steps[0]!, undo: [] };
  for (const step of steps) {
    const outcome = await takeStep(server, step);
    if (outcome.kind === "unchanged") continue;
    if (outcome.kind === "problem") {
      for (const back of taken.undo) await takeStep(server, back);
      return { outcome, last: step, undo: [] };
    }
    const undo = [{ scope: step.scope, changes: outcome.undo }, ...taken.undo];
    // One file that has yet to be saved is what the person must know of.
    taken = taken.outcome.kind === "unsaved" ? { ...taken, undo } : { outcome, last: step, undo };
  }
  return taken;
}

function takeStep(server: LanguageServer, { scope, changes }: PolicyStep): Promise<PolicyOutcome> {
  return scope.file ? changePolicyFile(server, scope.file, changes) : changeSetting(scope, changes);
}

function describe(outcome: PolicyOutcome, sentence: string, place: string): string {
  switch (outcome.kind) {
    case "written":
      return sentence;
    case "unsaved":
      return l10n.t("The change stands in {place}, which is not saved yet. Save it to make it count.", {
        place,
      });
    case "unchanged":
      return l10n.t("Nothing was changed in {place}: it stands there already.", { place });
    case "problem":
      return l10n.t("Nothing was changed in {place}: {reason}", { place, reason: outcome.sentence });
  }
}
