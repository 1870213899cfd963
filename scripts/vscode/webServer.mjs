/** Serves VS Code for browsers on a free loopback port, with the extension as it is packaged. */
import { createServer } from "node:net";
import { open } from "@vscode/test-web";
import { installWebVSCode } from "./installWeb.mjs";

/**
 * @typedef {object} WebOptions
 * @property {string} extension the folder of its package.json
 * @property {string} [tests] the script to run inside the extension host, below that folder
 * @property {string} folder is opened as a virtual folder; what is written there stays in the page
 *
 * @param {WebOptions} options
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
export async function serveWebVSCode({ extension, tests, folder }) {
  const { builds, version } = await installWebVSCode();
  const port = await findFreePort();
  const server = await open({
    // It would be one of a browser's own builds, which are not installed here.
    browserType: "none",
    quality: "stable",
    commit: version,
    testRunnerDataDir: builds,
    extensionDevelopmentPath: extension,
    ...(tests ? { extensionTestsPath: tests } : {}),
    folderPath: folder,
    host: "127.0.0.1",
    port,
  });
  // By name, because extension hosts get an origin of their own, which is a name below this one.
  return { address: `http://localhost:${port}/`, stop: () => server.dispose() };
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
