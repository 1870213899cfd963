/** What is said of names in requirements, each case as the user's text with the squiggle under it. */

import { describe, expect, test } from "vitest";
import { renderMessage } from "../../../server/src/core/messages.ts";
import { judgeName } from "../../../server/src/core/rules/index.ts";
import { type Circumstances, expectFindings } from "../../support/findings.ts";
import { makeWorld } from "../../support/world.ts";

const inRequirements = (drawing: string, circumstances?: Circumstances): void =>
  expectFindings("requirements.txt", drawing, circumstances);

describe("nothing is said of", () => {
  test("popular packages in odd spelling", () =>
    inRequirements(`
      Flask_SQLAlchemy>=3.1
      ruamel.yaml==0.18.6
      DJANGO
      zope.interface
      backports.zoneinfo; python_version < "3.9"
    `));

  test("popular packages that are near one another", () =>
    inRequirements(`
      grequests
      pyaml
      requests-toolbelt
      types-requests
      pytest-cov
      google-cloud-storage
      django-environ
      python-dotenv
    `));

  test("names that were looked at and found to be honest", () => {
    const { code, message } = judgeName({ kind: "distribution", name: "nlmpy" }, makeWorld());
    expect([code, message.id]).toEqual([null, "fine.honest"]);
  });

  test("packages that say where they come from", () =>
    inRequirements(`
      reqeusts @ https://example.org/reqeusts-2.0-py3-none-any.whl
      -e git+https://example.org/reqeusts.git#egg=reqeusts
      ./vendor/reqeusts
    `));

  test("trusted packages, by name or pattern", () =>
    inRequirements(
      `
      acme-core==2.4.0
      acme-billing
      Reqeusts
    `,
      { settings: { trustedPackages: { "acme-*": {}, reqeusts: { reason: "our fork" } } } },
    ));

  test("lines that ask to be left alone", () =>
    inRequirements(`
      reqeusts  # namesake: ignore
      reqeusts  # namesake: ignore[typosquat]
      acme-zzz-internal  # namesake: ignore[typosquat, unknown-package]
    `));

  test("comments, options and hashes", () =>
    inRequirements(`
      # reqeusts would be a misspelling
      --index-url https://example.org/reqeusts
      -r reqeusts.txt
      requests==2.32.3 \\
          --hash=sha256:00
    `));
});

describe("typosquat", () => {
  test("names the popular package that was meant", () =>
    inRequirements(`
      reqeusts==2.32.3
      ^^^^^^^^ typosquat requests
      flask
      SQLAlchemey>=2 
      ^^^^^^^^^^^ typosquat sqlalchemy
      numpyy[extra] ; python_version > "3"
      ^^^^^^ typosquat numpy
    `));

  test("is kept where an ignore comment names another code", () =>
    inRequirements(`
      reqeusts  # namesake: ignore[combosquat]
      ^^^^^^^^ typosquat requests
    `));
});

describe("malicious-package", () => {
  test("is said of reported names, whatever pattern trusts them", () =>
    inRequirements(
      `
      pycryptoenv==1.0.7
      ^^^^^^^^^^^ malicious-package pycrypto
      PyCryptoConf
      ^^^^^^^^^^^^ malicious-package pycrypto
      always-updates
      ^^^^^^^^^^^^^^ malicious-package
      pycryptodome
    `,
      { settings: { trustedPackages: { "pycrypto*": {} } } },
    ));

  test("is not said of good projects with bad releases", () =>
    inRequirements(`
      litellm
      ultralytics
      num2words
    `));
});

describe("compromised-release", () => {
  test("is said of a line that asks for a bad release alone", () =>
    inRequirements(`
      litellm==1.82.7
      ^^^^^^^ compromised-release
      LiteLLM === 1.82.8
      ^^^^^^^ compromised-release
      litellm==1.82.6
      litellm>=1.80
      litellm==1.82.*
      litellm
      requests==1.82.7
    `));

  test("does not hide the squats of the project", () =>
    inRequirements(`
      lightlm-zz==1
      ^^^^^^^^^^ unknown-package
      ultralyticss==8.3.41
      ^^^^^^^^^^^^ typosquat ultralytics
    `));
});

describe("blocked-package", () => {
  test("beats trust and popularity", () =>
    inRequirements(
      `
      requests
      ^^^^^^^^ blocked-package
      httpx
    `,
      {
        settings: {
          blockedPackages: { requests: { reason: "use httpx" } },
          trustedPackages: { requests: {} },
        },
      },
    ));
});

describe("import-name", () => {
  test("names the distributions that provide the module, popular first", () =>
    inRequirements(`
      cv2
      ^^^ import-name opencv-python opencv-python-headless opencv-contrib-python
      pyyaml
      yaml
      ^^^^ import-name pyyaml
      pillow
      PIL>=9
      ^^^ import-name pillow
    `));
});

describe("stdlib-module", () => {
  test("is said of modules that come with Python, and lightly of back-ports", () =>
    inRequirements(`
      json
      ^^^^ stdlib-module
      os
      ^^ stdlib-module
      urllib2
      ^^^^^^^ stdlib-module urllib3
      ConfigParser2-unrelated-zz
      ^^^^^^^^^^^^^^^^^^^^^^^^^^ unknown-package
      simplejson
    `));
});

describe("unknown-package", () => {
  test("is said of names that PyPI was not known to have", () =>
    inRequirements(`
      acme-zzz-internal
      ^^^^^^^^^^^^^^^^^ unknown-package
    `));

  test("says of system libraries what they are", () => {
    const sentence = (name: string): string =>
      renderMessage(judgeName({ kind: "distribution", name }, makeWorld()).message);
    expect(sentence("vs2015_runtime")).toContain("a system library that conda installs");
    expect(sentence("acme-zzz-internal")).not.toContain("conda");
  });

  test("can be switched off", () =>
    inRequirements(
      `
      acme-zzz-internal
      reqeusts
      ^^^^^^^^ typosquat requests
    `,
      { settings: { severity: { "unknown-package": "off" } } },
    ));
});
