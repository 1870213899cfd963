/** The scripts in the YAML of continuous integration: `run` of GitHub's workflows and actions, `script` of GitLab's jobs. */

import type { Node, YAMLMap } from "yaml";
import type { Reading } from "../reference.ts";
import { relocate } from "./excerpt.ts";
import { readInstallCommands } from "./installCommands.ts";
import { mentionsInstaller } from "./installers.ts";
import type { CommandText } from "./shellDialect.ts";
import { mapsIn, readYamlFile, scalarsIn, stringOf, valuesOf } from "./yaml.ts";
import { excerptOfScalar } from "./yamlScalars.ts";

/** The shell commands of `run`, in workflows and in actions. */
export function readGithubWorkflow(text: string): Reading {
  return readScripts(text, ["run"]);
}

export function readGitlabPipeline(text: string): Reading {
  return readScripts(text, ["before_script", "script", "after_script"]);
}

function readScripts(text: string, keys: readonly string[]): Reading {
  return readYamlFile(text, mentionsInstaller, (root, lines) => {
    const seen = new Set<Node>();
    return mapsIn([root]).flatMap((map) => {
      const kind = kindOfScripts(map);
      if (kind === null) return [];
      return keys
        .flatMap((key) => valuesOf(map, key))
        .flatMap((value) => scalarsIn(value, seen))
        .map((script) => {
          const excerpt = excerptOfScalar(lines, script);
          return relocate(readInstallCommands(excerpt.text, kind), excerpt);
        });
    });
  });
}

/** A step of GitHub's may name the program for its script: `shell: bash`. Null where that is no shell, as `python`. */
function kindOfScripts(map: YAMLMap<Node, Node | null>): CommandText | null {
  const shell = stringOf(valuesOf(map, "shell")[0]);
  if (shell === null) return "commands";
  if (/^(?:ba|z)?sh\b/.test(shell)) return "script";
  return /sh\b|^cmd/.test(shell) ? "commands" : null;
}
