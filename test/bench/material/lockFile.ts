/** A uv.lock as uv writes it for a large project: packages with their dependencies, an archive and wheels with long hashes. */

import { seededRandom } from "../../../data/attacks.ts";
import type { NormalizedName } from "../../../server/src/core/names.ts";

/** One package in so many is private, so that there is something to find. */
const packagesForOnePrivate = 100;
const wheels = ["cp310-cp310-macosx_11_0_arm64", "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64"];
const pythons = [39, 310, 311, 312, 313];

/** @param length in characters, of which there will be as many or a few thousand more */
export function uvLock(length: number, popular: readonly NormalizedName[]): string {
  const random = seededRandom(5);
  const hash = () => Array.from({ length: 8 }, () => hexOf(random())).join("");
  const parts = ['version = 1\nrequires-python = ">=3.9"\n'];
  let written = parts[0]!.length;
  for (let place = 0; written < length; place += 1) {
    const isPrivate = place % packagesForOnePrivate === packagesForOnePrivate - 1;
    const name = isPrivate ? `acme-billing-part${place}` : popular[place % popular.length]!;
    const version = `${1 + (place % 9)}.${place % 20}.${place % 7}`;
    const file = (ending: string) =>
      `{ url = "https://files.pythonhosted.org/packages/${hexOf(random())}/${name}-${version}${ending}", hash = "sha256:${hash()}", size = ${10_000 + place} }`;
    const dependencies = Array.from(
      { length: place % 6 },
      (_, step) => `    { name = "${popular[(place * 7 + step) % popular.length]}" },\n`,
    );
    const part = [
      "",
      "[[package]]",
      `name = "${name}"`,
      `version = "${version}"`,
      'source = { registry = "https://pypi.org/simple" }',
      `dependencies = [\n${dependencies.join("")}]`,
      `sdist = ${file(".tar.gz")}`,
      "wheels = [",
      ...pythons.flatMap((python) => wheels.map((wheel) => `    ${file(`-${python}-${wheel}.whl`)},`)),
      "]",
      "",
    ].join("\n");
    parts.push(part);
    written += part.length;
  }
  return parts.join("");
}

function hexOf(number: number): string {
  return Math.floor(number * 2 ** 32)
    .toString(16)
    .padStart(8, "0");
}
