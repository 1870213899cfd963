/** Conda's `environment.yml`: its pip part. The packages of conda have names of their own and are left alone. */

import { isSeq } from "yaml";
import type { Reading } from "../reference.ts";
import { mapsIn, readYamlFile, valuesOf } from "./yaml.ts";
import { readYamlRequirements } from "./yamlRequirements.ts";

export function readCondaEnvironment(text: string): Reading {
  return readYamlFile(text, mentionsPip, (root, lines) => {
    const dependencies = mapsIn([root]).flatMap((map) => valuesOf(map, "dependencies"));
    const lists = mapsIn(dependencies.filter((list) => isSeq(list))).flatMap((map) => valuesOf(map, "pip"));
    return readYamlRequirements(lines, lists);
  });
}

function mentionsPip(text: string): boolean {
  return text.includes("pip");
}
