// @ts-check
/**
 * Stands for the package `yaml` in what ships for Node, and loads it at the first text in YAML, from the file beside the
 * program that `bundles.mjs` makes of it. V8 looks at every function of a file before the first one runs: in the server's own
 * file the package would be a fifth of what an editor waits for, and most files have no need of it.
 */

export { isAlias, isMap, isScalar, isSeq } from "../../node_modules/yaml/dist/nodes/identity.js";

/** @typedef {typeof import("yaml").parseDocument} ParseDocument */

/** Beside the program, so that nothing is to be looked for beside this file. */
const file = "./yaml.js";

/** @type {ParseDocument | undefined} */
let parse;

/** Throws where the file is gone: a check must not end well without having looked. @type {ParseDocument} */
export const parseDocument = (...args) => {
  parse ??= loadYaml();
  return parse(...args);
};

/**
 * By Node's `require`; a worker has one of `server/src/browser/main.ts`.
 * @throws where the file is gone, or out of reach in a browser
 */
export function loadYaml() {
  try {
    require(file);
  } catch (error) {
    throw new Error("yaml.js, which reads YAML, cannot be loaded. Reinstall Namesake.", { cause: error });
  }
  return /** @type {{ parseYaml: ParseDocument }} */ (/** @type {unknown} */ (globalThis)).parseYaml;
}
