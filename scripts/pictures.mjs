/**
 * `npm run pictures`: takes the pictures of the documentation and the walkthrough anew, from the packaged extension in a
 * real VS Code as the tests of a person use it. Look at them before they are committed.
 */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findBrowser } from "./machine/browser.mjs";
import { fail, say } from "./machine/report.mjs";
import { root } from "./machine/root.mjs";
import { scratchFolder } from "./machine/scratch.mjs";
import { runTool } from "./testing/outcome.mjs";
import { runVitest } from "./testing/vitest.mjs";
import { launchBrowser } from "./vscode/page.mjs";

/** The picture in the project, and the screenshot that it is made from. */
const pictures = {
  "docs/images/editor.png": "hover",
  "docs/ja/images/editor.png": "language-ja-view",
  "walkthrough/see.webp": "walkthrough-see",
  "walkthrough/fix.webp": "walkthrough-fix",
  "walkthrough/trust.webp": "walkthrough-trust",
  "walkthrough/share.webp": "walkthrough-share",
  "walkthrough/scan.webp": "walkthrough-scan",
};

const browser = await findBrowser();
if ("missing" in browser) fail(browser.missing);

const taken = scratchFolder();
process.env.NAMESAKE_SCREENSHOTS = taken;
await runTool(join(root, "scripts", "build.mjs"));
const limits = ["--testTimeout=120000", "--hookTimeout=120000", "--no-file-parallelism"];
const { failed, output } = await runVitest("--dir=test/person", ...limits);
if (failed > 0) fail(output);

const page = await (await launchBrowser(browser.executable)).newPage();
for (const [picture, screenshot] of Object.entries(pictures)) {
  const from = join(taken, `${screenshot}.png`);
  if (picture.endsWith(".png")) copyFileSync(from, join(root, picture));
  else writeFileSync(join(root, picture), await toWebP(readFileSync(from)));
  say(picture);
}
process.exit(0);

/**
 * The same picture in half the bytes, since these ship with the extension.
 * @param {Buffer} png
 */
async function toWebP(png) {
  const source = `data:image/png;base64,${png.toString("base64")}`;
  const url = await page.evaluate(async (source) => {
    const { Image, document } = /** @type {any} */ (globalThis);
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    return canvas.toDataURL("image/webp", 0.85);
  }, source);
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
