/** How a run of Mocha inside an extension host went, in the form that is left for `npm test` to count. */

export interface MochaResults {
  readonly passed: number;
  readonly failures: readonly { readonly title: string; readonly error: string }[];
}

/** @param mocha with its files loaded, in Node or in a browser */
export async function runMocha(mocha: Pick<Mocha, "run">): Promise<MochaResults> {
  const failures: { title: string; error: string }[] = [];
  let passed = 0;
  await new Promise<void>((resolve) => {
    mocha
      .run(() => resolve())
      .on("pass", () => {
        passed++;
      })
      .on("fail", (test, error: Error) => {
        failures.push({ title: test.fullTitle(), error: error.stack ?? String(error) });
      });
  });
  return { passed, failures };
}
