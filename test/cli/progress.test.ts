import { expect, test } from "vitest";
import { showProgress } from "../../server/src/cli/progress.ts";

test.each([
  [20, "Checking 1 of 2…", "Checking 1 of 2…"],
  [10, "Checking 1 of 2…", "Checking "],
  [10, "正在检查文件", "正在检查"],
  [9, "正在检查文件", "正在检查"],
  [8, "검사 중 100", "검사 중"],
  [6, "ﾃｽﾄ中です", "ﾃｽﾄ中"],
  [1, "x", ""],
  [80, "", ""],
])("in %i columns, %s is shown as %s", (columns, line, shown) => {
  const written: string[] = [];
  showProgress({ columns, write: (text) => written.push(text) })(line);
  expect(written).toEqual([`\r\u001b[K${shown}`]);
});
