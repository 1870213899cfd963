/** `.pre-commit-config.yaml`: what pip installs beside the hooks that are written in Python. */

import { isSeq, type Node, type YAMLMap } from "yaml";
import type { Reading } from "../reference.ts";
import { mapsIn, readYamlFile, stringOf, valuesOf } from "./yaml.ts";
import { readYamlRequirements } from "./yamlRequirements.ts";

const DEPENDENCIES = "additional_dependencies";

export function readPreCommit(text: string): Reading {
  return readYamlFile(text, mentionsDependencies, (root, lines) =>
    readYamlRequirements(lines, pythonListsIn(root)),
  );
}

function mentionsDependencies(text: string): boolean {
  return text.includes(DEPENDENCIES);
}

/** Hooks and lists that aliases put into many places are looked at once, so that thousands of them take no long time. */
function pythonListsIn(root: Node): Node[] {
  const repositories = mapsIn([root]);
  const declared = hooksOf(repositories).filter((hook) => /^python/.test(languageOf(hook) ?? ""));
  const likely = hooksOf(repositories.filter((it) => mayBePython(sourceOf(it)))).filter(
    (hook) => languageOf(hook) === null && mayBePython(idOf(hook)),
  );
  return [...dependenciesOf(declared), ...[...dependenciesOf(likely)].filter(isOfPython)];
}

type YamlMap = YAMLMap<Node, Node | null>;

function hooksOf(repositories: readonly YamlMap[]): YamlMap[] {
  return mapsIn(repositories.flatMap((repository) => valuesOf(repository, "hooks")));
}

function dependenciesOf(hooks: readonly YamlMap[]): Set<Node> {
  return new Set(hooks.flatMap((hook) => valuesOf(hook, DEPENDENCIES)));
}

/** The last part of the repository's address. */
function sourceOf(repository: YamlMap): string {
  const address = stringOf(valuesOf(repository, "repo")[0]) ?? "";
  return address.slice(address.lastIndexOf("/") + 1);
}

function languageOf(hook: YamlMap): string | null {
  return stringOf(valuesOf(hook, "language")[0]);
}

function idOf(hook: YamlMap): string {
  return stringOf(valuesOf(hook, "id")[0]) ?? "";
}

/**
 * Most hooks leave the language to their repository, which is not at hand. Of those that people commonly give
 * dependencies to, the ones in other languages are known by their names.
 */
function mayBePython(name: string): boolean {
  return !OTHER_LANGUAGES.test(name);
}

function isOfPython(list: Node): boolean {
  const items = isSeq<Node>(list) ? list.items.map((item) => stringOf(item) ?? "") : [];
  return (
    !items.some((item) => OF_OTHER_LANGUAGES.test(item)) &&
    (items.length === 0 || !items.every((item) => WITH_COLON.test(item)))
  );
}

/** With what begins a word: `rust` is none of `trust`. */
const OTHER_LANGUAGES =
  /(?<![a-z])(?:eslint|prettier|stylelint|htmlhint|textlint|cspell|jshint|csslint|markdownlint|commitlint|typescript|tsc?\b|biome|renovate|svelte|nodejs|npm|rubocop|ruby|golang|go-|rust|cargo|clippy|lua|stylua|perl|php|swift|julia|haskell|dart|dotnet|terraform)/i;

/** `eslint@8`, `@scope/name`, `github.com/owner/name`; `./name@8` may be a folder that pip installs. */
const OF_OTHER_LANGUAGES = /^@|^[\w-][\w./-]*@(?:[\dv^~]|latest)|^github\.com\//;

/** `name:1.0`, of Ruby and others. */
const WITH_COLON = /^[\w-]+:[\w:.]+$/;
