/** Runs VS Code in a process whose output nobody reads: `runEditor OPTIONS`, with the options of `runTests` as JSON. */

import { runTests } from "@vscode/test-electron";

await runTests(JSON.parse(process.argv[2]!));
