/** The assertions of Node that the suites use, for the extension host of a browser, which has nothing of Node. */

function assert(value: unknown, message = "nothing is there"): asserts value {
  if (!value) throw new Error(message);
}

/** By what is written of both in JSON, with keys in order: what suites compare came from JSON or would survive it. */
assert.deepEqual = (actual: unknown, expected: unknown): void => {
  const [one, other] = [show(actual), show(expected)];
  assert(one === other, `${one}\nis not\n${other}`);
};

assert.equal = (actual: unknown, expected: unknown): void => {
  assert(Object.is(actual, expected), `${show(actual)}\nis not\n${show(expected)}`);
};

assert.match = (text: string, pattern: RegExp): void => {
  assert(pattern.test(text), `${text}\ndoes not match ${pattern}`);
};

assert.doesNotMatch = (text: string, pattern: RegExp): void => {
  assert(!pattern.test(text), `${text}\nmatches ${pattern}`);
};

export default assert;

function show(value: unknown): string {
  return JSON.stringify(value, sortKeys, 2) ?? "undefined";
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
