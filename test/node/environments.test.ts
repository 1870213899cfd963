import { join } from "node:path";
import { expect, test } from "vitest";
import { installedDistributions } from "../../server/src/node/environments.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const posix = "lib/python3.12/site-packages";

test("tells distributions by their metadata folders alone", async () => {
  const folder = temporaryFolder({
    [`.venv/${posix}/requests-2.32.3.dist-info/METADATA`]: "",
    [`.venv/${posix}/ruamel.yaml-0.18.6.dist-info/METADATA`]: "",
    [`.venv/${posix}/old_style-1.0.egg-info/PKG-INFO`]: "",
    [`.venv/${posix}/requests/__init__.py`]: "",
    [`.venv/${posix}/README-1.txt`]: "",
  });
  expect((await installedDistributions(folder, null)).sort()).toEqual([
    "old_style",
    "requests",
    "ruamel.yaml",
  ]);
});

test("looks into the environment of the interpreter that was chosen", async () => {
  const elsewhere = temporaryFolder({ "Lib/site-packages/httpx-0.27.0.dist-info/METADATA": "" });
  const folder = temporaryFolder({});
  expect(await installedDistributions(folder, join(elsewhere, "Scripts", "python.exe"))).toEqual(["httpx"]);
});

test("finds nothing where there is no environment", async () => {
  expect(await installedDistributions(temporaryFolder({ "main.py": "" }), null)).toEqual([]);
});
