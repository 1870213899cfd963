/** Loaded before a program (`node --require`): its clock stands at noon, UTC, on the day that NAMESAKE_TODAY names, and goes on. */
"use strict";

const Real = Date;
const ahead = Real.parse(`${process.env.NAMESAKE_TODAY}T12:00:00Z`) - Real.now();

globalThis.Date = class extends Real {
  constructor(...args) {
    super(...(args.length === 0 ? [Real.now() + ahead] : args));
  }

  static now() {
    return Real.now() + ahead;
  }
};
