/** The server as the VS Code extension starts it: a Node process that speaks over the transport in its arguments. */

import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./serve.ts";

serve(createConnection(ProposedFeatures.all));
