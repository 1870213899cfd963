/**
 * Loaded before a program (`node --require`): every way to run code, start a process or reach a network is noted in the
 * file that NAMESAKE_TRAP names, and fails. Git is let through where NAMESAKE_TRAP_GIT is set.
 */
"use strict";

const { appendFileSync, realpathSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const record = process.env.NAMESAKE_TRAP;

function spring(what) {
  appendFileSync(record, `${what}\n`);
  throw new Error(`trapped: ${what}`);
}

function trapAll(name, exports, keys) {
  for (const key of keys) {
    const original = exports[key];
    if (typeof original !== "function") throw new Error(`${name} has no ${key}`);
    exports[key] = function (...args) {
      if (process.env.NAMESAKE_TRAP_GIT && name === "child_process" && key === "execFile" && isOurGit(args))
        return original.apply(this, args);
      return spring(`${name}.${key}(${String(args[0])})`);
    };
  }
}

/** Looked for in our own folder, and not in a stranger's: where Windows looks first is the folder that a program starts in. */
function isOurGit([command, , { cwd }]) {
  return command === "git" && cwd === path.dirname(process.execPath);
}

const childProcess = require("node:child_process");
trapAll("child_process", childProcess, ["exec", "execFile", "fork", "execSync", "execFileSync", "spawnSync"]);
// What execFile itself calls is not what others get.
childProcess.spawn = (command) => spring(`child_process.spawn(${command})`);
trapAll("vm", require("node:vm"), [
  "runInContext",
  "runInNewContext",
  "runInThisContext",
  "compileFunction",
  "createContext",
]);
require("node:vm").Script = function Script() {
  spring("vm.Script");
};
trapAll("net", require("node:net"), ["connect", "createConnection", "createServer"]);
require("node:net").Socket.prototype.connect = () => spring("net.Socket.connect");
require("node:net").Server.prototype.listen = () => spring("net.Server.listen");
trapAll("http", require("node:http"), ["request", "get", "createServer"]);
trapAll("https", require("node:https"), ["request", "get", "createServer"]);
trapAll("http2", require("node:http2"), ["connect", "createServer", "createSecureServer"]);
trapAll("tls", require("node:tls"), ["connect", "createServer"]);
trapAll("dgram", require("node:dgram"), ["createSocket"]);
const dns = require("node:dns");
const lookUps = Object.keys(dns.promises).filter((key) => /^(?:lookup|resolve|reverse)/.test(key));
trapAll("dns", dns, [...lookUps, "Resolver"]);
trapAll("dns.promises", dns.promises, [...lookUps, "Resolver"]);
trapAll("inspector", require("node:inspector"), ["open"]);
const workers = require("node:worker_threads");
workers.Worker = new Proxy(workers.Worker, {
  construct(Worker, [program, options]) {
    // A program may share its work with itself.
    if (program === programFile()) return new Worker(program, options);
    return spring(`worker_threads.Worker(${program})`);
  },
});
for (const name of ["fetch", "WebSocket", "EventSource"]) {
  if (globalThis[name])
    Object.defineProperty(globalThis, name, { value: () => spring(name), configurable: true });
}
process.dlopen = () => spring("process.dlopen");
process.binding = (name) => spring(`process.binding(${name})`);

// The parts of the platform may be loaded, the program itself, once, and by it the files that ship beside it.
const load = Module._load;
let programs = 0;
Module._load = function (request, parent, ...rest) {
  const isShipped = ["./yaml.js", "./server.js", "./service.js"].includes(request) && isBesideProgram(parent);
  if (!Module.isBuiltin(request) && !isShipped && ++programs > 1) spring(`require(${request})`);
  return load.call(this, request, parent, ...rest);
};

function isBesideProgram({ filename }) {
  return path.dirname(filename) === path.dirname(programFile());
}

function programFile() {
  return realpathSync(process.argv[1]);
}

globalThis.eval = () => spring("eval");
const trapFunction = { apply: () => spring("Function"), construct: () => spring("new Function") };
for (const kind of [
  Function,
  (async () => {}).constructor,
  function* () {}.constructor,
  async function* () {}.constructor,
]) {
  const trapped = new Proxy(kind, trapFunction);
  Object.defineProperty(kind.prototype, "constructor", {
    value: trapped,
    configurable: true,
    writable: true,
  });
  if (kind === Function) globalThis.Function = trapped;
}
