/** What mutation testing changes, area by area, and the tests that have to notice. */

/**
 * The tests of an area are those that a person would look in, and those of what stands directly on it. Tests that
 * take seconds stay out: every mutant that survives runs them all, and there are thousands.
 *
 * @typedef {object} Area
 * @property {readonly string[]} sources glob patterns below `server/src/core`
 * @property {readonly string[]} tests glob patterns below `test/core`, without `.test.ts`
 */

/** @type {Readonly<Record<string, Area>>} */
export const areas = {
  names: { sources: ["names.ts"], tests: ["names"] },
  lookalike: { sources: ["lookalike/**/*.ts"], tests: ["lookalike/*", "rules/{distributions,modules}"] },
  rules: { sources: ["rules/*.ts"], tests: ["rules/*", "packageIndexes"] },
  requirements: {
    sources: [
      "readers/requirement*.ts",
      "readers/{editedRequirements,ignoreComments,location,logicalLines,marker}.ts",
    ],
    tests: ["readers/{editedRequirements,fixtures,ignoreComments,removals,requirements}"],
  },
  python: {
    sources: ["readers/python*.ts"],
    tests: ["readers/{fixtures,python}", "readers/oracles/imports"],
  },
};

/** Tests of the time that something takes: they fail when the machine is busy, whatever was changed. */
export const timed = ["lookalike/cost"];
