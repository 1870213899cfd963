/** Runs tests up to the first failure. vitest itself would still load each of the other files, though it runs no test of them. */

import { TestRunner } from "vitest";

export default class FirstFailure extends TestRunner {
  hasFailed = false;

  /**
   * @param {Parameters<TestRunner["cancel"]>[0]} reason
   * @override
   */
  cancel(reason) {
    this.hasFailed = true;
    super.cancel(reason);
  }

  /**
   * @param {Parameters<TestRunner["importFile"]>} file
   * @override
   */
  importFile(...file) {
    return this.hasFailed ? undefined : super.importFile(...file);
  }
}
