/** In a folder that nobody has trusted yet, the folder's own settings must not silence a finding. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sample } from "../../scripts/machine/root.mjs";
import { scratchCopy } from "../../scripts/machine/scratch.mjs";
import { expectSquiggle, lookAt, type Person, sitDown } from "./person.ts";

describe("a person in Restricted Mode", () => {
  const folder = scratchCopy(sample, "sample");
  let person: Person;

  beforeAll(async () => {
    const requirements = join(folder, "requirements.txt");
    writeFileSync(requirements, `${readFileSync(requirements, "utf8")}reqeusts[socks]  # namesake: ignore\n`);
    const settings = { "namesake.enable": false, "namesake.trustedPackages": { reqeusts: {}, "acme-*": {} } };
    writeFileSync(join(folder, ".vscode", "settings.json"), JSON.stringify(settings));
    person = await sitDown(folder, "requirements.txt", { workspaceTrust: true });
  });
  afterAll(() => person.leave());

  it("is in Restricted Mode", async () => {
    await person.page.getByText("Restricted Mode").first().waitFor();
  });

  it("sees findings that the folder's settings would hide", async () => {
    await expectSquiggle(person, "reqeusts==", true);
    await expectSquiggle(person, "acme-core", true);
    await lookAt(person, "restricted-mode");
  });

  it("sees a finding that an ignore comment would hide", async () => {
    await expectSquiggle(person, "reqeusts[socks]", true);
  });

  it("sees no finding on correct names", async () => {
    await expectSquiggle(person, "ruamel.yaml", false);
    expect(readFileSync(join(folder, "requirements.txt"), "utf8")).toContain("ruamel.yaml");
  });
});
