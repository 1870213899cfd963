/** Where nothing may be written: trust says so and loses nothing, and a check needs to write nothing. */

import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { filesBelow } from "./trees.ts";
import { runUnprivileged } from "./unprivileged.ts";

const list = '{\n  "trustedPackages": { "acme-core": {} }\n}\n';
const settings = '{ "namesake.trustedPackages": { "acme-core": {} } }\n';
const trust = ["trust", "acme-web"];
const untrust = ["untrust", "acme-core"];

describe.skipIf(process.platform === "win32")("without permission to write", () => {
  /** @param path below the folder; for the time of the test */
  function protect(folder: string, path: string, mode: number): void {
    chmodSync(join(folder, path), mode);
    onTestFinished(() => chmodSync(join(folder, path), 0o700));
  }

  test.each([
    { what: "the file", files: { "namesake.json": list }, protected_: "namesake.json", arguments_: trust },
    { what: "the file", files: { "namesake.json": list }, protected_: "namesake.json", arguments_: untrust },
    { what: "its folder", files: { "namesake.json": list }, protected_: ".", arguments_: trust },
    { what: "its folder", files: { "namesake.json": list }, protected_: ".", arguments_: untrust },
    {
      what: "the folder of the editor's settings",
      files: { ".vscode/settings.json": settings },
      protected_: ".vscode",
      arguments_: trust,
    },
    { what: "the folder of a file that is not there", files: {}, protected_: ".", arguments_: trust },
  ])("to $what, $arguments_ changes nothing and says so", ({ files, protected_, arguments_ }) => {
    const folder = temporaryFolder(files);
    protect(folder, protected_, protected_.endsWith(".json") ? 0o444 : 0o555);
    const [file = ".vscode/settings.json"] = Object.keys(files);
    const { status, stdout, stderr } = runUnprivileged(folder, ...arguments_);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(`namesake: Nothing was changed in ${file}: permission denied\n`);
    expect(filesBelow(folder)).toEqual(files);
  });

  test("a check checks", () => {
    const files = { "requirements.txt": "reqeusts\n", "namesake.json": list };
    const folder = temporaryFolder(files);
    protect(folder, ".", 0o555);
    const { status, stdout } = runUnprivileged(folder, "check");
    expect(status).toBe(1);
    expect(stdout).toContain("'reqeusts'");
    expect(filesBelow(folder)).toEqual(files);
  });
});

/** The folder, mounted once more for the time of the command, in which nobody can write, the administrator neither. */
const mountReadOnly = `mount --bind "$PWD" "$PWD" && mount -o remount,bind,ro "$PWD" && cd "$PWD" && exec "$@"`;
const canMount = onReadOnlyDisk(process.cwd(), "true").status === 0;
if (!canMount) console.log("left out: this system lets nobody mount a disk that is read-only");

function onReadOnlyDisk(folder: string, ...command: readonly string[]) {
  const arguments_ = ["--map-root-user", "--mount", "sh", "-c", mountReadOnly, "sh", ...command];
  return spawnSync("unshare", arguments_, { cwd: folder, encoding: "utf8" });
}

describe.skipIf(!canMount)("on a disk that is read-only", () => {
  test.each([
    { files: { "namesake.json": list }, arguments_: trust },
    { files: { "namesake.json": list }, arguments_: untrust },
    { files: { ".vscode/settings.json": settings }, arguments_: trust },
    { files: {}, arguments_: trust },
  ])("$arguments_ changes nothing and says so: $files", ({ files, arguments_ }) => {
    const folder = temporaryFolder(files);
    const [file = ".vscode/settings.json"] = Object.keys(files);
    const program = [process.execPath, resolve("dist", "cli.js")];
    const { status, stdout, stderr } = onReadOnlyDisk(folder, ...program, ...arguments_);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toBe(`namesake: Nothing was changed in ${file}: read-only file system\n`);
    expect(filesBelow(folder)).toEqual(files);
  });
});
