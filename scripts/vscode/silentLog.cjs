/**
 * In place of the native module `@vscode/spdlog` in the oldest VS Code: where that module is not built, 1.93 waits for it
 * in a loop that never ends. What it would log is of no use here.
 */
const logger = Object.fromEntries(
  ["trace", "debug", "info", "warn", "error", "critical", "getLevel", "setLevel"]
    .concat("setPattern", "clearFormatters", "flush", "drop")
    .map((method) => [method, () => undefined]),
);
const makeLogger = async () => logger;
module.exports = {
  createRotatingLogger: makeLogger,
  createAsyncRotatingLogger: makeLogger,
  setFlushOn: () => undefined,
  setLevel: () => undefined,
  shutdown: () => undefined,
};
