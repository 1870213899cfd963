/** Opens pages of the embedded VS Code in a browser without a window. */
import { chromium } from "playwright-core";

/**
 * @param {string} executable of a Chrome, Chromium or Edge
 * @returns {Promise<import("playwright-core").Browser>} ends with this process
 */
export function launchBrowser(executable) {
  return chromium.launch({
    executablePath: executable,
    headless: true,
    // Chromium's sandbox cannot run as root, and the pages come from this machine only.
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
}
