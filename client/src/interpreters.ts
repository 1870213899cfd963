/**
 * The interpreters that people chose in the Python extension, where that is installed. It is asked, never started:
 * what it does when it starts is its own and the person's business.
 */

import {
  Disposable,
  type Event,
  extensions,
  type LogOutputChannel,
  l10n,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { SettingsParams } from "../../server/src/lsp/protocol.ts";

export interface Interpreters extends Disposable {
  /** None for folders without a choice. */
  chosen(): SettingsParams["interpreters"];
}

/** The part of the Python extension's public interface that is used here. */
interface PythonExtension {
  readonly environments: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    readonly onDidChangeActiveEnvironmentPath: Event<unknown>;
  };
}

/** @param callback is called when a choice becomes known or changes */
export function watchInterpreters(log: LogOutputChannel, callback: () => void): Interpreters {
  let python: PythonExtension | undefined;
  const disposables: Disposable[] = [];

  // Nothing tells when another extension has started; it does so for a Python file, at the latest.
  const waiting = window.onDidChangeActiveTextEditor(() => {
    if (attach()) callback();
  });
  disposables.push(waiting);
  attach();

  function attach(): boolean {
    const extension = extensions.getExtension<Partial<PythonExtension> | undefined>("ms-python.python");
    if (!extension?.isActive) return false;
    waiting.dispose();
    const { environments } = extension.exports ?? {};
    if (!environments) return false;
    python = { environments };
    disposables.push(environments.onDidChangeActiveEnvironmentPath(callback));
    return true;
  }

  function interpreterOf(folder: Uri): string | undefined {
    try {
      const path = python?.environments.getActiveEnvironmentPath(folder).path;
      // A bare command such as `python` stands for no environment of its own.
      return path && /[\\/]/.test(path) ? path : undefined;
    } catch (error) {
      log.warn(
        l10n.t("The Python extension does not tell its interpreter: {error}", { error: String(error) }),
      );
      return undefined;
    }
  }

  return {
    chosen: () =>
      (workspace.workspaceFolders ?? []).flatMap(({ uri }) => {
        const path = interpreterOf(uri);
        return path ? [{ folder: uri.toString(), path }] : [];
      }),
    dispose: () => Disposable.from(...disposables).dispose(),
  };
}
