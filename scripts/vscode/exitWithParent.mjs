/**
 * Preloaded into the VS Code server: ends it when the process that started it is gone, even by SIGKILL.
 *
 * The parent holds the other end of standard input, which closes with it.
 */
process.stdin.on("close", () => process.exit()).resume();
// The server must still be able to end by itself.
process.stdin.unref?.();
