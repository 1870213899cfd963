/** Each technique on its own: what it explains, and what it leaves to others. */

import { describe, expect, test } from "vitest";
import { type TechniqueId, techniques } from "../../../server/src/core/lookalike/techniques/index.ts";
import { ask } from "./surroundings.ts";

type Row = readonly [written: string, target: string | null];

/** Half of the rows say nothing. A technique without a table does not compile. */
const tables: Readonly<Record<TechniqueId, readonly Row[]>> = {
  transposition: [
    ["reqeusts", "requests"],
    ["numyp", "numpy"],
    ["rqeuets", null],
    ["request", null],
  ],
  repetition: [
    ["rrequests", "requests"],
    ["matplottlib", "matplotlib"],
    ["requestss", null],
    ["urllib33", null],
  ],
  omission: [
    ["reqests", "requests"],
    ["etuptools", "setuptools"],
    ["beautifulsoup", null],
    ["request", null],
    ["urllib", null],
  ],
  insertion: [
    ["matpliotlib", "matplotlib"],
    ["flaskx", "flask"],
    ["req2uests", "requests"],
    ["flask2", null],
    ["flaskk", null],
    ["flask-", null],
  ],
  replacement: [
    ["colotama", "colorama"],
    ["dequests", "requests"],
    ["req7ests", "requests"],
    ["c0lorama", null],
    ["request7", null],
    ["boto4", null],
  ],
  plural: [
    ["huggingface-hubs", "huggingface-hub"],
    ["importlib-resource", "importlib-resources"],
    ["scsipy", null],
    ["numpyx", null],
  ],
  "lookalike-letters": [
    ["reque5ts", "requests"],
    ["col0rama", "colorama"],
    ["modem-colors", "modern-colors"],
    ["vveb3", "web3"],
    ["panclas", "pandas"],
    ["nunnpy", "numpy"],
    ["reqiiests", "requests"],
    ["nuvvpy", null],
    ["panlcas", null],
    ["requesta", null],
    ["botos", null],
    ["numpy", null],
  ],
  number: [
    ["requests2", "requests"],
    ["urllib", "urllib3"],
    ["python3-dateutil", "python-dateutil"],
    ["boto4", "boto3"],
    ["requests", null],
    ["python-requests2", null],
    ["req2uests", null],
    ["2", null],
  ],
  separators: [
    ["setup-tools", "setuptools"],
    ["promptto-olkit", "prompt-toolkit"],
    ["setuptools", null],
    ["setup-tool", null],
  ],
  "word-order": [
    ["python-kafka", "kafka-python"],
    ["pythonkafka", "kafka-python"],
    ["kafka-python", null],
    ["kafka-python-python", null],
  ],
  "python-affix": [
    ["python-sqlite3", "pysqlite3"],
    ["py-lief", "lief"],
    ["dateutil", "python-dateutil"],
    ["libflask", "flask"],
    ["pysqlite3", null],
    ["dateutil-tools", null],
    ["py", null],
    ["python", null],
  ],
  "two-edits": [
    ["matplobblib", "matplotlib"],
    ["importlibs-resource", "importlib-resources"],
    ["nunby", null],
    ["matplotlip", null],
  ],
  "three-edits": [
    ["mplatlib", "matplotlib"],
    ["cryptgrpahi", null],
    ["mplatlibs", null],
    ["requ", null],
  ],
  "added-word": [
    ["beautifulsoup4-numpy", "beautifulsoup4"],
    ["xx-mynamespace-core-client", "mynamespace-core-client"],
    ["beautifulsoup4numpy", null],
    ["azure-mgmt-security-extras", null],
    ["some-other-thing", null],
  ],
  "glued-word": [
    ["pycryptoenv", "pycrypto"],
    ["cacherequests", "requests"],
    ["pycryptoqwz", null],
    ["pycrypto-env", null],
    ["azure-mgmt-securityinsight", null],
    ["web3token", null],
  ],
  "long-beginning": [
    ["fairsequence", "fairseq"],
    ["fairseqenv", null],
    ["flaskuence", null],
    ["xyfairseq", null],
  ],
  "misspelt-affix": [
    ["python-reqeusts", "requests"],
    ["tensrflow-env", "tensorflow"],
    ["python-requests", null],
    ["tensrfow-env", null],
  ],
};

test("what a technique finds has a code, and explains the whole name or a part of it", () => {
  expect(techniques.map(({ id, code, explains }) => `${id}: ${code}, ${explains}`)).toEqual([
    "transposition: typosquat, whole",
    "repetition: typosquat, whole",
    "omission: typosquat, whole",
    "insertion: typosquat, whole",
    "replacement: typosquat, whole",
    "plural: typosquat, whole",
    "lookalike-letters: lookalike-characters, whole",
    "number: typosquat, whole",
    "separators: typosquat, whole",
    "word-order: combosquat, whole",
    "python-affix: combosquat, whole",
    "two-edits: typosquat, whole",
    "three-edits: typosquat, whole",
    "added-word: combosquat, part",
    "glued-word: combosquat, part",
    "long-beginning: combosquat, part",
    "misspelt-affix: combosquat, part",
  ]);
});

describe.each(techniques)("$id", (technique) => {
  test.each(tables[technique.id])("%s → %s", (written, target) => {
    const query = ask(written);
    const found = technique.find(query).map(({ rank }) => query.targets.nameOf(rank));
    if (target === null) expect(found).toEqual([]);
    else expect(found).toContain(target);
  });
});
