// @ts-check
/**
 * Stands for the package `yaml` in what ships for Node, and loads it at the first text in YAML, from the file beside the
 * program that `bundles.mjs` makes of it. V8 looks at every function of a file before the first one runs: in the server's own
 * file the package would be a fifth of what an editor waits for, and most files have no need of it.
 */

export { isAlias, isMap, isScalar, isSeq } from "../../node_modules/yaml/dist/nodes/identity.js";

/** What our readers need of the package, but for what tells its nodes apart. @typedef {Pick<typeof import("yaml"), "Composer" | "Lexer" | "Parser">} Yaml */

/** Beside the program, so that nothing is to be looked for beside this file. */
const file = "./yaml.js";

/** Throws where the file is gone: a check must not end well without having looked. */
export const { Composer, Lexer, Parser } = loadedBy(loadYaml);

/**
 * The package's classes, which are loaded when the first of them is made.
 * @param {() => Yaml} load
 */
export function loadedBy(load) {
  /** @type {Yaml | undefined} */
  let yaml;
  return {
    Lexer: function Lexer() {
      yaml ??= load();
      return new yaml.Lexer();
    },
    Parser: function Parser() {
      yaml ??= load();
      return new yaml.Parser();
    },
    /** @param {import("yaml").ParseOptions & import("yaml").DocumentOptions & import("yaml").SchemaOptions} options */
    Composer: function Composer(options) {
      yaml ??= load();
      return new yaml.Composer(options);
    },
  };
}

/**
 * By Node's `require`; a worker has one of `server/src/browser/main.ts`.
 * @throws where the file is gone, or out of reach in a browser
 * @returns {Yaml}
 */
export function loadYaml() {
  try {
    require(file);
  } catch (error) {
    throw new Error("yaml.js, which reads YAML, cannot be loaded. Reinstall Namesake.", { cause: error });
  }
  return /** @type {{ yaml: Yaml }} */ (/** @type {unknown} */ (globalThis)).yaml;
}
