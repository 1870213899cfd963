/** Finds a browser of the Chromium family, which the embedded VS Code is driven with. */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { run } from "./processes.mjs";
import { say } from "./report.mjs";

/**
 * The installed Chrome, Chromium or Edge; as root on Debian and its relatives one is installed if there is none.
 * @returns {Promise<{ executable: string } | { missing: string }>} or a sentence that says what to do
 */
export async function findBrowser() {
  const chosen = process.env.NAMESAKE_BROWSER;
  if (chosen) {
    if (existsSync(chosen)) return { executable: chosen };
    return { missing: `NAMESAKE_BROWSER names ${chosen}, which does not exist.` };
  }
  const installed = candidates().find((path) => existsSync(path));
  if (installed) return { executable: installed };
  if (mayInstall()) return installChromium();
  return { missing: `No Chrome, Chromium or Edge was found: ${advice()}, or set NAMESAKE_BROWSER to one.` };
}

/** Where the browsers' own installers put them, best first. */
function candidates() {
  if (process.platform === "win32") {
    const programs = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    const names = [
      ["Google", "Chrome", "Application", "chrome.exe"],
      ["Chromium", "Application", "chrome.exe"],
      ["Microsoft", "Edge", "Application", "msedge.exe"],
    ];
    return names.flatMap((name) => programs.flatMap((folder) => (folder ? [join(folder, ...name)] : [])));
  }
  if (process.platform === "darwin") {
    const names = ["Google Chrome", "Chromium", "Microsoft Edge"];
    const folders = ["/Applications", join(homedir(), "Applications")];
    return names.flatMap((name) =>
      folders.map((folder) => join(folder, `${name}.app/Contents/MacOS/${name}`)),
    );
  }
  const names = [
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "microsoft-edge-stable",
    "microsoft-edge",
  ];
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function mayInstall() {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

/** @returns {Promise<{ executable: string } | { missing: string }>} */
async function installChromium() {
  say("Installing Chromium with apt-get: the editor suites need a browser and none was found…");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const packages = ["chromium", "fonts-dejavu-core"];
  const updated = await run("apt-get", ["update"], { env });
  const installed = await run("apt-get", ["install", "--yes", "--no-install-recommends", ...packages], {
    env,
  });
  const executable = candidates().find((path) => existsSync(path));
  if (executable) return { executable };
  const lines = (updated.output + installed.output).trim().split("\n");
  return { missing: `apt-get could not install Chromium: ${lines.at(-1)}` };
}

function advice() {
  if (process.platform === "win32") return "run `winget install Google.Chrome`";
  if (process.platform === "darwin") return "run `brew install --cask google-chrome`";
  if (existsSync("/etc/debian_version")) return "run `sudo apt-get install chromium`";
  return "install Chromium with your package manager";
}
