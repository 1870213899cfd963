/** The import rule of ARCHITECTURE.md is held by Biome. A checker that has died says nothing, so each rule must fire once. */

import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

interface Import {
  readonly layer: string;
  readonly imports: string;
}

const planted: readonly Import[] = [
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

const innocent: readonly Import[] = [
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
const ending = ".violation.mts";
let violations: Set<string>;

// All at once, for the linter's start takes longer than its work.
beforeAll(() => {
  const all = [...planted, ...innocent];
  try {
    for (const each of all) {
      mkdirSync(each.layer, { recursive: true });
      writeFileSync(pathOf(each), `import "${each.imports}";\n`);
    }
    const biome = join("node_modules", "@biomejs", "biome", "bin", "biome");
    const options = [
      "lint",
      "--only=style/noRestrictedImports",
      "--reporter=github",
      "--max-diagnostics=none",
    ];
    const { stdout } = spawnSync(process.execPath, [biome, ...options, ...all.map(pathOf)], {
      encoding: "utf8",
    });
    const places = stdout.matchAll(/noRestrictedImports,file=([^,]+)/g);
    violations = new Set([...places].map(([, path = ""]) => relative("", path).replaceAll("\\", "/")));
  } finally {
    for (const each of all) rmSync(pathOf(each), { force: true });
  }
});

function pathOf({ layer, imports }: Import): string {
  return `${layer}/planted-${imports.replaceAll(/\W+/g, "-")}${ending}`;
}

describe("an import that its layer may not have is reported", () => {
  test.each(planted)("$layer imports $imports", (each) => {
    expect(violations).toContain(pathOf(each));
  });
});

describe("an import that its layer may have is not", () => {
  test.each(innocent)("$layer imports $imports", (each) => {
    expect(violations).not.toContain(pathOf(each));
  });
});
