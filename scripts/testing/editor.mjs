/** Finds the VS Code that runs what is to run inside an extension host: the suites and a measure of the bench. */
import { join } from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { findBrowser } from "../machine/browser.mjs";
import { say } from "../machine/report.mjs";
import { cache, root } from "../machine/root.mjs";
import { chosenVersion, whyNot } from "../vscode/install.mjs";

/**
 * The desktop VS Code for each NAMESAKE_VSCODE; the usual is the one of the day.
 * @type {Record<string, string | undefined>}
 */
const desktopVersions = { oldest: "1.91.1", usual: undefined, newest: "insiders" };

/**
 * The desktop VS Code where NAMESAKE_EDITOR asks for it, or where it can be shown and downloaded; else the stand-in.
 * @returns {Promise<{ executable: string } | { missing: string }>}
 */
export async function findEditor() {
  const wish = process.env.NAMESAKE_EDITOR;
  const display = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (wish === "embedded" || (wish !== "desktop" && !display)) return findStandIn();
  try {
    const version = desktopVersions[chosenVersion()];
    const cachePath = join(cache, "vscode-desktop");
    return { executable: await downloadAndUnzipVSCode({ cachePath, ...(version && { version }) }) };
  } catch (error) {
    const problem = `The desktop VS Code could not be downloaded (${error}).`;
    // Windows can start no program by its first line, as the stand-in is.
    if (wish === "desktop" || process.platform === "win32") return { missing: problem };
    say(`${problem} The embedded one runs the suite.`);
    return findStandIn();
  }
}

/** @returns {Promise<{ executable: string } | { missing: string }>} */
async function findStandIn() {
  const missing = whyNot(chosenVersion());
  if (missing) return { missing };
  const browser = await findBrowser();
  if ("missing" in browser) return browser;
  return { executable: join(root, "scripts", "vscode", "standIn.mjs") };
}
