/** Conda's `environment.yml`: its pip part. The packages of conda have names of their own and are left alone. */

import { isAlias, isSeq } from "yaml";
import { nothingRead, type Reading } from "../reference.ts";
import { mapsIn, readYamlFile, valuesOf } from "./yaml.ts";
import { readYamlRequirements } from "./yamlRequirements.ts";

export function readCondaEnvironment(text: string): Reading {
  // Escapes can write the key too.
  if (!/pip|\\/.test(text)) return nothingRead;
  return readYamlFile(text, (document) => {
    const lists = mapsIn(document.root)
      .flatMap((map) => valuesOf(map, "dependencies"))
      .flatMap((node) => (isAlias(node) ? (document.anchors.get(node.source) ?? []) : node))
      .filter((list) => isSeq(list))
      .flatMap((list) => mapsIn(list, document.anchors).flatMap((map) => valuesOf(map, "pip")));
    // Several aliases can stand for one list.
    return [...new Set(lists)].map((list) => readYamlRequirements(text, list, document));
  });
}
