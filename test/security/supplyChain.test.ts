/** What we ship and what we build with: the packages that come in, and the two that go out, byte for byte. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { renderBillOfMaterials } from "../../scripts/notices/sbom.mjs";
import { packageForNpm } from "../../scripts/npm/package.mjs";
import { packageExtension } from "../../scripts/vscode/package.mjs";

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly license?: string;
  readonly inBundle?: boolean;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Record<string, Record<string, string>>;
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

const toolFolders = [
  ...["oldest", "usual", "newest"].map((version) => `scripts/vscode/versions/${version}`),
  "scripts/vscode/web",
  "scripts/release",
];

describe.each(toolFolders)("the lock file of the tools in %s", (folder) => {
  const { packages } = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as typeof lock;
  const entries = Object.entries(packages).filter(([path]) => path !== "");

  test("has a hash of every package, and names no place that they come from", () => {
    expect(entries.length).toBeGreaterThan(10);
    // What a package carries inside of it is covered by the hash of that package.
    const outer = entries.filter(([, { inBundle }]) => !inBundle);
    const wrong = outer.filter(([, each]) => (!each.integrity && !each.optional) || "resolved" in each);
    expect(wrong.map(([path]) => path)).toEqual([]);
  });
});

describe("the lock file", () => {
  test("has a hash of every package that is installed everywhere", () => {
    // Those of other platforms are locked by their version where the registry at hand did not have them.
    const bare = packages.filter(([, { integrity, optional }]) => !integrity && !optional);
    expect(bare.map(([path]) => path)).toEqual([]);
    for (const [, { integrity }] of packages) expect(integrity ?? "sha512-").toMatch(/^sha512-/);
  });

  test("has no install scripts but of these tools, which `ignore-scripts` keeps from running", () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.map(([path]) => path.slice("node_modules/".length))).toEqual([
      "@playwright/browser-chromium",
      "@vscode/vsce-sign",
      "esbuild",
      "keytar",
    ]);
    expect(scripted.filter(([, { dev }]) => !dev)).toEqual([]);
    expect(readFileSync(".npmrc", "utf8")).toContain("ignore-scripts=true\n");
  });

  test("names no place that packages come from", () => {
    expect(packages.filter(([, each]) => "resolved" in each || "link" in each)).toEqual([]);
  });
});

describe("run-time packages", () => {
  const own = Object.keys(manifest.dependencies ?? {});

  test("each has its reason in ARCHITECTURE.md", () => {
    const architecture = readFileSync("ARCHITECTURE.md", "utf8");
    const table = /## Run-time packages[\s\S]*?(?=\n## )/.exec(architecture)?.[0] ?? "";
    const missing = own.filter((name) => {
      const suffix = name.replace("vscode-languageserver", "");
      return !table.includes(name) && !(suffix !== name && table.includes(suffix));
    });
    expect(missing).toEqual([]);
  });

  test("are under licences that let us ship them", () => {
    const shipped = packages.filter(([, { dev }]) => !dev);
    const others = shipped.filter(
      ([, { license }]) => !/^(?:MIT|ISC|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0)$/.test(license ?? ""),
    );
    expect(others.map(([path, { license }]) => `${path} ${license}`)).toEqual([]);
  });

  test("have no scripts of ours that npm runs at installation", () => {
    const automatic = ["preinstall", "install", "postinstall", "prepare", "prepublish"];
    expect(Object.keys(manifest.scripts ?? {}).filter((name) => automatic.includes(name))).toEqual([]);
  });
});

describe("the packages that we make", () => {
  let folder: string | undefined;
  afterAll(() => folder && rm(folder, { recursive: true, force: true }));
  const place = async (): Promise<string> => {
    folder ??= await mkdtemp(join(tmpdir(), "namesake-packages-"));
    return mkdtemp(join(folder, "p"));
  };

  test("for npm are the same bytes each time, with nothing but what is listed", {
    timeout: 120_000,
  }, async () => {
    const tarballs = [await packageForNpm(await place()), await packageForNpm(await place())];
    expect(hashOf(tarballs[0]!)).toBe(hashOf(tarballs[1]!));
    expect(filesInTarball(readFileSync(tarballs[0]!)).sort()).toEqual(
      [
        "LICENSE",
        "README.md",
        "THIRD-PARTY-NOTICES.md",
        "dist/cli.js",
        "dist/namesake.pack",
        "dist/server.js",
        "dist/service.js",
        "dist/yaml.js",
        ...readdirSync("l10n").flatMap((name) =>
          /^bundle\.l10n\.\w/.test(name) && name !== "bundle.l10n.json" ? `l10n/${name}` : [],
        ),
        "namesake.cdx.json",
        "package.json",
      ].map((name) => `package/${name}`),
    );
  });

  // What is in it, `test/packaging` holds.
  test("for VS Code are the same bytes each time", { timeout: 120_000 }, async () => {
    const files = [
      await packageExtension(undefined, await place()),
      await packageExtension(undefined, await place()),
    ];
    expect(hashOf(files[0]!)).toBe(hashOf(files[1]!));
  });
});

describe("the bill of materials", () => {
  test("is CycloneDX, and names every bundled package with its hash and licence", async () => {
    const text = await renderBillOfMaterials();
    expect(await renderBillOfMaterials()).toBe(text);
    const bill = JSON.parse(text);
    expect([bill.bomFormat, bill.specVersion, bill.version]).toEqual(["CycloneDX", "1.6", 1]);
    const libraries = bill.components.filter(({ type }: { type: string }) => type === "library");
    const notices = readFileSync("THIRD-PARTY-NOTICES.md", "utf8");
    expect(libraries.length).toBeGreaterThan(8);
    for (const { name, version, purl, licenses, hashes } of libraries) {
      expect(notices).toContain(`### ${name} ${version}\n`);
      expect(purl).toMatch(/^pkg:npm\/(?:%40[\w-]+\/)?[\w.-]+@\d/);
      expect(licenses[0].expression).toMatch(/\S/);
      expect(hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
    }
    expect(new Set(bill.components.map((each: Record<string, string>) => each["bom-ref"])).size).toBe(
      bill.components.length,
    );
  });
});

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** The names at the heads of the entries (POSIX ustar: 512 bytes, the size in octal at 124). */
function filesInTarball(tarball: Buffer): string[] {
  const bytes = gunzipSync(tarball);
  const names: string[] = [];
  for (let offset = 0; bytes[offset] !== 0; ) {
    const field = (start: number, length: number): string =>
      bytes.toString("latin1", offset + start, offset + start + length).replace(/\0.*$/s, "");
    names.push(field(0, 100));
    offset += 512 + Math.ceil(Number.parseInt(field(124, 12), 8) / 512) * 512;
  }
  return names;
}
