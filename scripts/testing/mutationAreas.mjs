/** What mutation testing changes, area by area, and the tests that have to notice. */

/**
 * The tests of an area are those that a person would look in, the ones that notice most first: a mutant is done with at its
 * first failure. Tests that take seconds stay out, since thousands of mutants would wait for them, and so do tests of time,
 * which fail when the machine is busy, whatever was changed.
 *
 * @typedef {object} Area
 * @property {readonly string[]} sources glob patterns below `server/src/core`
 * @property {readonly string[]} tests files below `test/core`, without `.test.ts`
 */

/** @type {Readonly<Record<string, Area>>} */
export const areas = {
  names: { sources: ["names.ts"], tests: ["names"] },
  lookalike: {
    sources: ["lookalike/**/*.ts"],
    tests: [
      ...["evidence", "techniques", "contained", "characters", "forms", "foreignCharacters", "editDistance"],
      ...["modules", "weights", "smallLists", "index"],
    ].map((name) => `lookalike/${name}`),
  },
  rules: {
    sources: ["rules/*.ts"],
    tests: ["verdicts", "memo", "trust", "distributions", "modules", "rememberFlags", "projectNames"].map(
      (name) => `rules/${name}`,
    ),
  },
  requirements: {
    sources: [
      "readers/requirement*.ts",
      "readers/{editedRequirements,ignoreComments,location,logicalLines,marker}.ts",
    ],
    tests: [
      ...["requirements", "fixtures", "requirementText", "requirementOptions", "ignoreComments", "removals"],
      ...["marker", "editedRequirements"],
    ].map((name) => `readers/${name}`),
  },
  python: {
    sources: ["readers/python*.ts"],
    tests: ["python", "formattedStrings", "importCalls", "setupPy", "magics", "removals", "fixtures"].map(
      (name) => `readers/${name}`,
    ),
  },
};
