/** A small world of popular names for the table tests of the techniques. */

import { askAbout, type Query } from "../../../server/src/core/lookalike/query.ts";
import { encodeSurroundings, openSurroundings } from "../../../server/src/core/lookalike/surroundings.ts";
import { normalizeName } from "../../../server/src/core/names.ts";

const names = [
  ..."boto3 urllib3 requests numpy setuptools python-dateutil pyyaml cryptography pandas aiohttp flask".split(
    " ",
  ),
  ..."matplotlib tensorflow colorama scipy beautifulsoup4 importlib-resources huggingface-hub".split(" "),
  ..."prompt-toolkit kafka-python pycrypto djangorestframework pysqlite3 lief tqdm opencv-python".split(" "),
  ..."web3 fairseq google-cloud-storage google-cloud-pubsub mynamespace-core-client modern-colors".split(" "),
  ...Array.from({ length: 25 }, (_, index) => `azure-mgmt-part${"abcdefghijklmnopqrstuvwxyz"[index]}x`),
  "azure-mgmt-security",
  ..."six idna zstd libcst cv-lib pydantic flask-cors python-slugify typing-extensions sphinx2 h5netcdf jax-cu12".split(
    " ",
  ),
].map(normalizeName);

const usualWords = new Set(["env", "conf", "cache", "insight", "token"]);

const affixOdds = new Map([
  ["-env", 2],
  ["python-", 1.5],
  ["-tools", -1],
]);

const sections = new Map(encodeSurroundings("tst", names));
const surroundings = openSurroundings("tst", (name) => sections.get(name)!, {
  isUsualWord: (word) => usualWords.has(word),
  affixOdds: (affix) => affixOdds.get(affix) ?? null,
});

export function ask(written: string): Query {
  return askAbout(normalizeName(written), surroundings);
}
