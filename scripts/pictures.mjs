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
const drawsJapanese = await drawsApart("信", "頼");
for (const [picture, screenshot] of Object.entries(pictures)) {
  if (screenshot.startsWith("language-ja") && !drawsJapanese) {
    say(`${picture} stays as it is: the browser finds no font with Japanese letters.`);
    continue;
  }
  const from = join(taken, `${screenshot}.png`);
  if (picture.endsWith(".png")) copyFileSync(from, join(root, picture));
  else writeFileSync(join(root, picture), await toWebP(readFileSync(from)));
  say(picture);
}
process.exit(0);

/**
 * Whether the browser draws two letters differently. Those that no font has are boxes, one like the other.
 * @param {string} one
 * @param {string} other
 * @returns {Promise<boolean>}
 */
function drawsApart(one, other) {
  return page.evaluate(
    ([one, other]) => {
      const { document } = /** @type {any} */ (globalThis);
      /** @param {string | undefined} letter */
      const drawn = (letter) => {
        const canvas = document.createElement("canvas");
        const context = canvas.getContext("2d");
        context.font = "40px sans-serif";
        context.fillText(letter, 10, 60);
        return canvas.toDataURL();
      };
      return drawn(one) !== drawn(other);
    },
    [one, other],
  );
}

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
