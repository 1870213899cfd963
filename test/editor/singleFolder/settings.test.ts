/** Settings and comments that decide what is shown take effect in open files at once. */
import * as vscode from "vscode";
import { expectFindings, openNew, withSetting } from "../support.ts";

const { Global, Workspace } = vscode.ConfigurationTarget;
const finding = "1:1 typosquat reqeusts";

describe("settings", () => {
  const cases: [string, string, unknown, vscode.ConfigurationTarget][] = [
    ["rules switched off", "namesake.severity", { typosquat: "off", "unknown-package": "off" }, Workspace],
    ["everything switched off", "namesake.enable", false, Workspace],
    ["everything switched off by the user", "namesake.enable", false, Global],
    ["an excluded file", "namesake.exclude", ["**/requirements-settings.txt"], Workspace],
    ["a trusted pattern", "namesake.trustedPackages", { "reqeust*": {} }, Global],
  ];
  for (const [what, key, value, target] of cases) {
    it(`hides a finding for ${what}, and shows it again`, async () => {
      const document = await openNew("requirements-settings.txt", "reqeusts\n");
      await expectFindings(document, [finding]);
      await withSetting(key, value, target, () => expectFindings(document, []));
      await expectFindings(document, [finding]);
    });
  }

  it("blocks a name that is otherwise fine", async () => {
    const document = await openNew("requirements-blocked.txt", "flask\n");
    await expectFindings(document, []);
    await withSetting("namesake.blockedPackages", { flask: {} }, Workspace, () =>
      expectFindings(document, ["1:1 blocked-package flask"]),
    );
  });
});

describe("ignore comments", () => {
  it("hides the findings of its line only", async () => {
    const text = "reqeusts  # namesake: ignore\nreqeusts\nreqeusts  # namesake: ignore[stdlib-module]\n";
    const document = await openNew("requirements-ignore.txt", text);
    await expectFindings(document, ["2:1 typosquat reqeusts", "3:1 typosquat reqeusts"]);
  });
});
