/** Settings as the documents show them: properties of `settings.json`, with or without the braces around them. */

import { type ParseError, parse } from "jsonc-parser";
import { readPolicy } from "../../server/src/core/policy/policy.ts";
import { today } from "../support/world.ts";

/**
 * The values below `namesake.`.
 * @throws where the text is no JSON, or Namesake would ignore a part of it
 */
export function readSettings(text: string): Record<string, unknown> {
  const errors: ParseError[] = [];
  const json = text.trimStart().startsWith("{") ? text : `{${text}}`;
  const settings = parse(json, errors, { allowTrailingComma: true }) as Record<string, unknown>;
  if (errors.length > 0) throw new Error(`This is no JSON:\n${text}`);
  const values = Object.fromEntries(
    Object.entries(settings).map(([key, value]) => {
      if (!key.startsWith("namesake.")) throw new Error(`${key} is no setting of Namesake.`);
      return [key.slice("namesake.".length), value];
    }),
  );
  const origin = { scope: "workspace", file: null } as const;
  const { problems } = readPolicy([{ origin, values, mayRelax: true }], today);
  if (problems.length > 0) throw new Error(`Namesake ignores ${problems.map(({ key }) => key).join(", ")}.`);
  return values;
}
