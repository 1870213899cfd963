/** The folder in which VS Code keeps a user's settings, made new for each run. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { scratchFolder } from "../machine/scratch.mjs";

/** Keeps everything off the screen that is not about the project. */
const quietSettings = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "extensions.ignoreRecommendations": true,
  "extensions.autoCheckUpdates": false,
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
};

/** @param {Readonly<Record<string, unknown>>} [settings] what the user has set beside that */
export function makeUserData(settings = {}) {
  const folder = scratchFolder();
  const file = userSettingsFile(folder);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ ...quietSettings, ...settings }, null, 2)}\n`);
  return folder;
}

/** @param {string} userData */
function userSettingsFile(userData) {
  return join(userData, "User", "settings.json");
}
