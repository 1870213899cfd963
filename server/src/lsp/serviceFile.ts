/**
 * What a server does once `initialize` is answered stands in a file of its own beside it, `service.js`. V8 looks at every
 * function of a file before the first one runs: in one file with the rest, the editor would wait for that before the answer.
 */

interface Shared {
  /** For `scripts/build/sharedLibrary.cjs`. */
  languageServerLibrary?: object;
  /** Set by the file, as `scripts/build/bundles.mjs` has it. */
  namesakeService?: unknown;
}

/**
 * @param library `vscode-languageserver` as the host has it
 * @param load runs the file
 * @throws an error whose message tells the way out
 */
export function loadService<Service>(library: object, load: () => void): Service {
  const shared = globalThis as typeof globalThis & Shared;
  shared.languageServerLibrary = library;
  try {
    load();
  } catch (cause) {
    // In English: what speaks other languages stands in that file.
    throw new Error("service.js, which checks names, cannot be loaded. Reinstall Namesake.", { cause });
  }
  return shared.namesakeService as Service;
}
