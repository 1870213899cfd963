// @ts-check
/** The same for the server, which must go on: without the package texts in YAML are as good as empty, and the log says so once. */

import { loadYaml } from "./yamlWhenNeeded.mjs";

export { isAlias, isMap, isScalar, isSeq } from "./yamlWhenNeeded.mjs";

/** @typedef {import("./yamlWhenNeeded.mjs").ParseDocument} ParseDocument */

/** @type {ParseDocument | undefined} */
let parse;

/** @type {ParseDocument} */
export const parseDocument = (...args) => {
  parse ??= loadIfThere();
  return parse(...args);
};

function loadIfThere() {
  try {
    return loadYaml();
  } catch (thrown) {
    const error = /** @type {Error} */ (thrown);
    console.error(`Names in YAML are not checked: ${error.message} (${error.cause})`);
    return /** @type {ParseDocument} */ (/** @type {unknown} */ (() => ({ contents: null, errors: [] })));
  }
}
