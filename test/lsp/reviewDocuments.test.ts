import { expect, test } from "vitest";
import { fileBehind, isReviewDocument } from "../../server/src/lsp/reviewDocuments.ts";

const folders = ["file:///c%3A/code/app", "vscode-vfs://github/owner/repo"];

test.each([
  [
    "git:/c%3A/code/app/requirements.txt?%7B%22ref%22%3A%22~%22%7D",
    true,
    "file:///c%3A/code/app/requirements.txt",
  ],
  ["review:/c%3A/code/app/a%20b.py#x", true, "file:///c%3A/code/app/a%20b.py"],
  ["git:/elsewhere/setup.py?x", true, "file:///elsewhere/setup.py"],
  ["gitlens://7b22/c%3A/code/app/setup.py?x", true, "file:///c%3A/code/app/setup.py"],
  ["file:///c%3A/code/app/setup.py", false, "file:///c%3A/code/app/setup.py"],
  ["untitled:Untitled-1", false, "untitled:Untitled-1"],
  ["vscode-vfs://github/owner/repo/setup.py", false, "vscode-vfs://github/owner/repo/setup.py"],
  ["vscode-vfs://github/other/repo/setup.py", true, "file:///other/repo/setup.py"],
  ["", false, ""],
])("%s is read only: %s, and a state of %s", (uri, readOnly, file) => {
  expect(isReviewDocument(uri, folders)).toBe(readOnly);
  expect(fileBehind(uri, folders)).toBe(file);
});
