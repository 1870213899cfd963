import { driver, testEditor } from "./session.ts";

testEditor({
  name: "Neovim",
  command: [
    ...(["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-n"] as const),
    ...["-c", `luafile ${driver("neovim.lua")}`],
  ],
  withSettings: (snippet) => snippet.replace("-- init_options", "init_options"),
});
