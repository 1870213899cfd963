/** Repeats subjects in turn, so that what slows the machine down for a while slows all of them. */

/**
 * Runs every subject once in every round; the first rounds, which read files from the disk, do not count.
 * @returns what each subject returned, one value a round
 */
export async function runRounds<Results extends Record<string, unknown>>(
  count: number,
  subjects: { readonly [Name in keyof Results]: (round: number) => Promise<Results[Name]> },
  warmUps = 2,
): Promise<{ readonly [Name in keyof Results]: readonly Results[Name][] }> {
  const results = {} as { [Name in keyof Results]: Results[Name][] };
  for (const name in subjects) results[name] = [];
  for (let round = -warmUps; round < count; round += 1) {
    for (const name in subjects) {
      const result = await subjects[name](round + warmUps);
      if (round >= 0) results[name].push(result);
    }
  }
  return results;
}
