/** A reading as marks under the text: what a fixture draws. */

import type { PackageReference, Reading } from "../../../server/src/core/reference.ts";
import type { Mark } from "../../support/squiggles.ts";

export function marksOf({ references, includes, ignores, indexes }: Reading): Mark[] {
  return [
    ...references.map((reference) => ({ span: reference.span, label: labelOf(reference) })),
    ...includes.map(({ span }) => ({ span, label: "include" })),
    ...indexes.map(({ span, role }) => ({ span, label: `index ${role}` })),
    ...ignores.map(({ line, codes }) => ({ span: line, label: ["ignored", ...codes].join(" ") })),
  ];
}

function labelOf(reference: PackageReference): string {
  const parts =
    reference.kind === "module"
      ? [reference.path === reference.name ? "" : reference.path, reference.guard ?? ""]
      : [
          reference.extras.length === 0 ? "" : `[${reference.extras.join(",")}]`,
          reference.specifier ?? "",
          reference.direct ? "direct" : "",
        ];
  return [reference.kind, ...parts].filter((part) => part !== "").join(" ");
}
