/** The server on Node: a process that speaks over the transport in its arguments, to VS Code and to other editors. */

import * as library from "vscode-languageserver/node";
import { answerInitialize } from "../lsp/initialize.ts";
import { loadService } from "../lsp/serviceFile.ts";
import { readTranslations } from "./translations.ts";

/** Beside the program, so that nothing is to be looked for beside this file. */
const serviceFile = "./service.js";

// Serves until the editor ends the process.
const connection = library.createConnection(library.ProposedFeatures.all);
answerInitialize(
  connection,
  (introduction) => {
    const { serve } = loadService<typeof import("./service.ts")>(library, () => require(serviceFile));
    serve(connection, introduction);
  },
  readTranslations,
);
