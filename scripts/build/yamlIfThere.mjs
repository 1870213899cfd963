// @ts-check
/** The same for the server, which must go on: without the package texts in YAML are as good as empty, and the log says so once. */

import { loadedBy, loadYaml } from "./yamlWhenNeeded.mjs";

export { isAlias, isMap, isScalar, isSeq } from "./yamlWhenNeeded.mjs";

/** @typedef {import("./yamlWhenNeeded.mjs").Yaml} Yaml */

export const { Composer, Lexer, Parser } = loadedBy(loadIfThere);

function loadIfThere() {
  try {
    return loadYaml();
  } catch (thrown) {
    const error = /** @type {Error} */ (thrown);
    console.error(`Names in YAML are not checked: ${error.message} (${error.cause})`);
    return /** @type {Yaml} */ (/** @type {unknown} */ ({ Lexer: None, Parser: None, Composer: None }));
  }
}

/** Finds nothing in anything. */
class None {
  lex() {
    return [];
  }

  end() {
    return [];
  }
}
