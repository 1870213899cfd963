/** `.pre-commit-config.yaml`: what pip installs beside the hooks that are written in Python. */

import type { Node, YAMLMap } from "yaml";
import { nothingRead, type Reading } from "../reference.ts";
import { mapsIn, readYamlFile, scalarsIn, stringOf, valuesOf } from "./yaml.ts";
import { readYamlRequirements } from "./yamlRequirements.ts";

const DEPENDENCIES = "additional_dependencies";

export function readPreCommit(text: string): Reading {
  if (!text.includes(DEPENDENCIES)) return nothingRead;
  return readYamlFile(text, (document) =>
    mapsIn(document.root)
      .flatMap(pythonHooksOf)
      .flatMap((hook) => valuesOf(hook, DEPENDENCIES))
      .filter((list) =>
        scalarsIn(list, document.anchors).every(({ value }) => !OF_OTHER_LANGUAGES.test(value)),
      )
      .map((list) => readYamlRequirements(text, list, document)),
  );
}

function pythonHooksOf(repository: YAMLMap<Node, Node | null>): YAMLMap<Node, Node | null>[] {
  const source = stringOf(valuesOf(repository, "repo")[0]) ?? "";
  return valuesOf(repository, "hooks")
    .flatMap((list) => mapsIn(list))
    .filter((hook) => isPython(hook, source));
}

/**
 * Most hooks leave the language to their repository, which is not at hand. Of those that people commonly give
 * dependencies to, the ones in other languages are known by their names.
 */
function isPython(hook: YAMLMap<Node, Node | null>, source: string): boolean {
  const language = stringOf(valuesOf(hook, "language")[0]);
  if (language !== null) return /^python/.test(language);
  const id = stringOf(valuesOf(hook, "id")[0]) ?? "";
  return !OTHER_LANGUAGES.test(source.slice(source.lastIndexOf("/") + 1)) && !OTHER_LANGUAGES.test(id);
}

const OTHER_LANGUAGES =
  /eslint|prettier|stylelint|htmlhint|textlint|cspell|jshint|csslint|markdownlint|commitlint|typescript|\btsc?\b|biome|renovate|svelte|node|npm|rubocop|ruby|golang|\bgo-|rust|cargo|clippy|lua|perl|php|swift|julia|haskell|dart|dotnet|terraform/i;

/** `eslint@8`, `@scope/name`, `name:1.0`, `github.com/owner/name` */
const OF_OTHER_LANGUAGES = /^@|^[\w./-]+@(?:[\dv^~]|latest)|^[\w-]+:[\w:.]+$|^github\.com\//;
