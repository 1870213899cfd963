// @ts-check
/**
 * Stands for the package `yaml` in the server, and loads it at the first text in YAML, from the file beside the server
 * that `bundles.mjs` makes of it. V8 looks at every function of a file before the first one runs: in the server's own file
 * the package would be a fifth of what an editor waits for, and most files have no need of it.
 */

export { isAlias, isMap, isScalar, isSeq } from "../../node_modules/yaml/dist/nodes/identity.js";

/** @typedef {typeof import("yaml").parseDocument} ParseDocument */

/** Beside the server, so that nothing is to be looked for beside this file. */
const file = "./yaml.js";

/** @type {ParseDocument | undefined} */
let parse;

/** @type {ParseDocument} */
export const parseDocument = (...args) => {
  parse ??= load();
  return parse(...args);
};

/** Where the file is gone, or out of reach in a browser, texts in YAML are as good as empty; the log says so once. */
function load() {
  try {
    // Node's `require`; a worker has one of `server/src/browser/main.ts`.
    require(file);
    return /** @type {{ parseYaml: ParseDocument }} */ (/** @type {unknown} */ (globalThis)).parseYaml;
  } catch (error) {
    console.error(`Names in YAML are not checked, because its reader could not be loaded: ${error}`);
    return /** @type {ParseDocument} */ (/** @type {unknown} */ (() => ({ contents: null, errors: [] })));
  }
}
