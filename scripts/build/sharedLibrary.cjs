/**
 * Stands for the package `vscode-languageserver` in `dist/service.js`: the server that loads that file has the library, and
 * hands it over (`server/src/lsp/serviceFile.ts`). Two of it would be more to download and to load.
 */
module.exports = globalThis.languageServerLibrary;
