/** What a person downloads: the size of the packaged extension and its files, beside the committed list of those. */

import { statSync } from "node:fs";
import { packageExtension } from "../../../scripts/vscode/package.mjs";
import { filesInArchive, filesMeantToShip } from "../../packaging/shipped.ts";
import type { Measure } from "../measure.ts";

const megabyte = 1e6;

export const packageSize: Measure = {
  id: "package-size",
  title: "The packaged extension",
  async run() {
    const archive = await packageExtension();
    const size = statSync(archive).size / megabyte;
    const files = filesInArchive(archive);
    const meant = new Set(filesMeantToShip());
    const unlisted = files.filter((file) => !meant.has(file)).length;
    return {
      comparisons: [
        {
          what: "download",
          unit: "MB",
          samples: [size],
          floors: [],
          goals: [{ what: "size", reached: size, bound: "at most", limit: 1.5, unit: "MB" }],
        },
        {
          what: "files",
          unit: "files",
          samples: [files.length],
          floors: [],
          goals: [
            { what: "count", reached: files.length, bound: "at most", limit: 45, unit: "files" },
            { what: "not on the list", reached: unlisted, bound: "at most", limit: 0, unit: "files" },
          ],
        },
      ],
    };
  },
};
