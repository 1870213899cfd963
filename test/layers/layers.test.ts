/** The import rule of ARCHITECTURE.md is held by Biome. A checker that has died says nothing, so each rule must fire once. */

import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const planted: readonly { readonly layer: string; readonly imports: string }[] = [
  { layer: "server/src/core", imports: "node:fs" },
  { layer: "server/src/core", imports: "vscode-languageserver" },
  { layer: "server/src/core/rules", imports: "../../lsp/toProto.ts" },
  { layer: "server/src/core", imports: "../project/walk.ts" },
  { layer: "server/src/project", imports: "node:fs" },
  { layer: "server/src/project", imports: "../lsp/runtime.ts" },
  { layer: "server/src/lsp", imports: "node:path" },
  { layer: "server/src/lsp", imports: "../node/runtime.ts" },
  { layer: "server/src/lsp", imports: "vscode-languageserver/node" },
  { layer: "server/src/lsp", imports: "vscode-languageserver/browser" },
  { layer: "server/src/node", imports: "../cli/main.ts" },
  { layer: "server/src/node", imports: "../browser/runtime.ts" },
  { layer: "server/src/browser", imports: "node:path" },
  { layer: "server/src/browser", imports: "../node/runtime.ts" },
  { layer: "server/src/cli", imports: "../../../client/src/node/extension.ts" },
  { layer: "client/src/node", imports: "../../../server/src/core/names.ts" },
  { layer: "client/src/browser", imports: "node:path" },
  { layer: "client/src/browser", imports: "vscode-languageclient/node" },
  { layer: "client/src/browser", imports: "../../../server/src/core/names.ts" },
  { layer: "data", imports: "../server/src/lsp/protocol.ts" },
];

const innocent: readonly { readonly layer: string; readonly imports: string }[] = [
  { layer: "server/src/core/rules", imports: "../names.ts" },
  { layer: "server/src/project", imports: "../core/readers/index.ts" },
  { layer: "server/src/lsp", imports: "../core/check.ts" },
  { layer: "server/src/lsp", imports: "../project/walk.ts" },
  { layer: "server/src/lsp", imports: "vscode-languageserver" },
  { layer: "server/src/node", imports: "../lsp/runtime.ts" },
  { layer: "server/src/browser", imports: "vscode-languageserver/browser" },
  { layer: "server/src/browser", imports: "../lsp/clientFiles.ts" },
  { layer: "server/src/cli", imports: "../node/disk.ts" },
  { layer: "client/src/node", imports: "../../../server/src/lsp/protocol.ts" },
  { layer: "client/src/browser", imports: "vscode-languageclient/browser" },
  { layer: "client/src/browser", imports: "../activateClient.ts" },
  { layer: "client/src/browser", imports: "../../../server/src/lsp/protocol.ts" },
  { layer: "data", imports: "../server/src/core/names.ts" },
];

/** Beside the real files, because the rules go by place; the type checker does not look at this ending there. */
const file = "planted.violation.mts";
const written = new Set<string>();
afterAll(() => {
  for (const path of written) rmSync(path, { force: true });
});

function violations(layer: string, imports: string): string {
  const path = join(layer, file);
  mkdirSync(dirname(path), { recursive: true });
  written.add(path);
  writeFileSync(path, `import "${imports}";\n`);
  try {
    const biome = join("node_modules", "@biomejs", "biome", "bin", "biome");
    const run = spawnSync(process.execPath, [biome, "lint", "--only=style/noRestrictedImports", path], {
      encoding: "utf8",
    });
    return run.stdout + run.stderr;
  } finally {
    rmSync(path, { force: true });
  }
}

describe("an import that its layer may not have is reported", () => {
  test.each(planted)("$layer imports $imports", ({ layer, imports }) => {
    expect(violations(layer, imports)).toContain("noRestrictedImports");
  });
});

describe("an import that its layer may have is not", () => {
  test.each(innocent)("$layer imports $imports", ({ layer, imports }) => {
    expect(violations(layer, imports)).not.toContain("noRestrictedImports");
  });
});
