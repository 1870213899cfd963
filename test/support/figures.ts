/** What a test measured, in a line of its output that `scripts/testing/nightFigures.mjs` takes into docs/reliability.md. */

/** @param figures in words, as one cell of a table */
export function tellFigures(run: string, figures: string): void {
  console.log(`figures: ${run}: ${figures}`);
}

/** `1,234` or `1.2` */
export function inFigures(number: number, digits = 0): string {
  return number.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
