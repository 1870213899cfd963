/**
 * Runs the tests for one mutant, up to the first failure: vitest itself would still load each of the other files.
 *
 * The thread serves one mutant after another. So that each begins with modules of its own, those of the one before are
 * forgotten; a mutant of what is worked out while a module loads would otherwise never come to bear, or never go away.
 */

import { TestRunner, vi } from "vitest";

export default class MutantRunner extends TestRunner {
  hasBegun = false;
  hasFailed = false;

  /**
   * @param {Parameters<TestRunner["importFile"]>} file
   * @override
   */
  importFile(...file) {
    if (this.hasFailed) return undefined;
    if (!this.hasBegun) vi.resetModules();
    this.hasBegun = true;
    return super.importFile(...file);
  }

  /**
   * @param {Parameters<TestRunner["cancel"]>[0]} reason
   * @override
   */
  cancel(reason) {
    this.hasFailed = true;
    super.cancel(reason);
  }
}
