/** The shapes of names that techniques compare. */

import { describe, expect, test } from "vitest";
import { type Form, formOf, joinWords, sortWords } from "../../../server/src/core/lookalike/forms.ts";
import { normalizeName } from "../../../server/src/core/names.ts";

const plain: Omit<Form, "core"> = { python: "", library: "", number: "" };

describe("a name taken apart", () => {
  test.each<[string, Form]>([
    ["python3-dateutil", { ...plain, core: "dateutil", python: "python-", number: "3" }],
    ["pyyaml", { ...plain, core: "yaml", python: "py-" }],
    ["kafka-python", { ...plain, core: "kafka", python: "-python" }],
    ["urllib3", { ...plain, core: "url", library: "-lib", number: "3" }],
    ["libsass", { ...plain, core: "sass", library: "lib-" }],
    ["aliyun-core-v3", { ...plain, core: "aliyuncore", number: "3" }],
    ["requests", { ...plain, core: "requests" }],
    ["pypi", { ...plain, core: "pypi" }],
    ["py", { ...plain, core: "py" }],
    ["h5", { ...plain, core: "h5" }],
    ["123456", { ...plain, core: "123456" }],
    ["", { ...plain, core: "" }],
  ])("%s", (name, form) => {
    expect(formOf(normalizeName(name))).toEqual(form);
  });
});

test("words joined and sorted", () => {
  expect(joinWords("a-bc-d")).toBe("abcd");
  expect(sortWords(normalizeName("kafka-python"))).toBe(sortWords(normalizeName("python-kafka")));
  expect(sortWords(normalizeName("kafka-python"))).not.toBe(sortWords(normalizeName("kafkapython")));
});
