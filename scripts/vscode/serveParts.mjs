/**
 * Runs the VS Code server of 1.93, whose program gives out a server's parts in place of running one:
 * `node serveParts.mjs PROGRAM ARGUMENT…`, with the arguments of the server.
 */
import { createServer } from "node:http";
import { createRequire } from "node:module";

const [node = "", , program = "", ...args] = process.argv;
// The parts read the arguments from here.
process.argv = [node, program, ...args];
const { loadCodeWithNls } = createRequire(import.meta.url)(program);
const { createServer: createParts } = await loadCodeWithNls();

const server = createServer((request, response) => void parts.handleRequest(request, response));
server.on("upgrade", (request, socket) => void parts.handleUpgrade(request, socket));
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
// Says on standard output where it can be reached.
const parts = await createParts(server.address());
