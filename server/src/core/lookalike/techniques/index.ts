/** The registry of techniques. A new one is a file and a line here; ids are typed off this list. */

import { addedWord } from "./addedWord.ts";
import { gluedWord } from "./gluedWord.ts";
import { insertion } from "./insertion.ts";
import { longBeginning } from "./longBeginning.ts";
import { lookalikeLetters } from "./lookalikeLetters.ts";
import { misspeltAffix } from "./misspeltAffix.ts";
import { number } from "./number.ts";
import { omission } from "./omission.ts";
import { plural } from "./plural.ts";
import { pythonAffix } from "./pythonAffix.ts";
import { repetition } from "./repetition.ts";
import { replacement } from "./replacement.ts";
import { separators } from "./separators.ts";
import { threeEdits } from "./threeEdits.ts";
import { transposition } from "./transposition.ts";
import { twoEdits } from "./twoEdits.ts";
import { wordOrder } from "./wordOrder.ts";

export const techniques = [
  transposition,
  repetition,
  omission,
  insertion,
  replacement,
  plural,
  lookalikeLetters,
  number,
  separators,
  wordOrder,
  pythonAffix,
  twoEdits,
  threeEdits,
  addedWord,
  gluedWord,
  longBeginning,
  misspeltAffix,
] as const;

export type Technique = (typeof techniques)[number];
export type TechniqueId = Technique["id"];
