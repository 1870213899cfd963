/** Calls that import, over and over and never complete, take time in line with their number: what looks ahead must not do so anew each time. */

import { expect, test } from "vitest";
import { readPython } from "../../../server/src/core/readers/python.ts";

test("time grows in line with the size", () => {
  const parts = [
    "__import__(",
    "__import__(x=",
    "__import__(x=1,",
    "import_module(name=(",
    "__import__(((",
    "(((__import__",
    "__import__)))",
    "__import__ . ",
    "importlib . import_module ) (",
    "importlib.import_module( # why\n",
    "__import__()",
    "__import__(x=__import__(),",
    "from importlib import (x,\n",
    "\\\n(__import__",
  ];
  for (const part of parts) {
    const started = process.cpuUsage();
    readPython(part.repeat(200_000));
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6, part).toBeLessThan(5);
  }
}, 60_000);
