/** Conda's `environment.yml`: its pip part. The packages of conda have names of their own and are left alone. */

import { isSeq } from "yaml";
import { nothingRead, type Reading } from "../reference.ts";
import { mapsIn, readYamlFile, valuesOf } from "./yaml.ts";
import { readYamlRequirements } from "./yamlRequirements.ts";

export function readCondaEnvironment(text: string): Reading {
  if (!/\bpip["']?[ \t]*:/.test(text)) return nothingRead;
  return readYamlFile(text, (document) =>
    mapsIn(document.root)
      .flatMap((map) => valuesOf(map, "dependencies"))
      .filter((list) => isSeq(list))
      .flatMap((list) => mapsIn(list).flatMap((map) => valuesOf(map, "pip")))
      .map((list) => readYamlRequirements(text, list, document)),
  );
}
