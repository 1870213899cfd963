/** The registry of rules: a new rule is one file and one line here. Codes, severities and settings derive from it. */

import { blockedPackage } from "./blockedPackage.ts";
import { compromisedRelease } from "./compromisedRelease.ts";
import { dependencyConfusion } from "./dependencyConfusion.ts";
import { expiredTrust } from "./expiredTrust.ts";
import { foreignCharacters } from "./foreignCharacters.ts";
import { importName } from "./importName.ts";
import { combosquat, lookalikeCharacters, typosquat } from "./lookalikes.ts";
import { maliciousPackage } from "./maliciousPackage.ts";
import { standardLibraryModule } from "./standardLibraryModule.ts";
import { unknownPackage } from "./unknownPackage.ts";

/** In order of precedence: the first that fires is the finding. */
export const rules = [
  blockedPackage,
  maliciousPackage,
  compromisedRelease,
  foreignCharacters,
  standardLibraryModule,
  importName,
  dependencyConfusion,
  lookalikeCharacters,
  typosquat,
  combosquat,
  expiredTrust,
  unknownPackage,
] as const;

export type Code = (typeof rules)[number]["code"];

/** A code that several rules give stands once. */
export const codes: readonly Code[] = [...new Set(rules.map((rule) => rule.code))];
