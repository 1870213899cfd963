// @ts-check
/** The same for the server, which must go on: without the package texts in YAML are as good as empty, and the log says so once. */

import { loadYaml } from "./yamlWhenNeeded.mjs";

export { isAlias, isMap, isScalar, isSeq } from "./yamlWhenNeeded.mjs";

/** @typedef {import("./yamlWhenNeeded.mjs").Yaml} Yaml */

/** @type {Yaml | undefined} */
let yaml;

export function Lexer() {
  yaml ??= loadIfThere();
  return new yaml.Lexer();
}

export function Parser() {
  yaml ??= loadIfThere();
  return new yaml.Parser();
}

/** @param {import("yaml").ParseOptions & import("yaml").DocumentOptions & import("yaml").SchemaOptions} options */
export function Composer(options) {
  yaml ??= loadIfThere();
  return new yaml.Composer(options);
}

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
