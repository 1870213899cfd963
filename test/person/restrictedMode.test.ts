/** In a folder that nobody has trusted yet, nothing that the folder holds must silence a finding, and the person is told so. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sample } from "../../scripts/machine/root.mjs";
import { scratchCopy } from "../../scripts/machine/scratch.mjs";
import { expectSquiggle, lookAt, type Person, runCommand, sitDown } from "./person.ts";

describe("a person in Restricted Mode", () => {
  const folder = scratchCopy(sample, "sample");
  let person: Person;

  beforeAll(async () => {
    const requirements = join(folder, "requirements.txt");
    writeFileSync(requirements, `${readFileSync(requirements, "utf8")}reqeusts[socks]  # namesake: ignore\n`);
    const settings = { "namesake.enable": false, "namesake.trustedPackages": { reqeusts: {}, "acme-*": {} } };
    writeFileSync(join(folder, ".vscode", "settings.json"), JSON.stringify(settings));
    const policy = { trustedPackages: { reqeusts: { reason: "ours" } }, severity: { typosquat: "off" } };
    writeFileSync(join(folder, "namesake.json"), JSON.stringify(policy));
    const table = '[tool.namesake]\nenable = false\nexclude = ["**"]\ntrustedPackages = { reqeusts = {} }\n';
    writeFileSync(join(folder, "pyproject.toml"), table);
    person = await sitDown(folder, "requirements.txt", { workspaceTrust: true });
  });
  afterAll(() => person.leave());

  it("is in Restricted Mode", async () => {
    await person.page.getByText("Restricted Mode").first().waitFor();
  });

  it("sees findings that the folder's settings and policy files would hide", async () => {
    await expectSquiggle(person, "reqeusts==", true);
    await expectSquiggle(person, "acme-core", true);
  });

  it("sees a finding that an ignore comment would hide", async () => {
    await expectSquiggle(person, "reqeusts[socks]", true);
  });

  it("sees no finding on correct names", async () => {
    await expectSquiggle(person, "ruamel.yaml", false);
    expect(readFileSync(join(folder, "requirements.txt"), "utf8")).toContain("ruamel.yaml");
  });

  it("reads above the trusted packages that only their own settings count", async () => {
    await runCommand(person, "Focus on Trusted Packages View");
    const sentence = "Restricted Mode: only your user settings count here.";
    await person.page.locator(".pane-body").getByText(sentence).waitFor({ timeout: 30_000 });
    await lookAt(person, "restricted-mode");
  });
});
