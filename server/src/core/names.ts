/** Package names as PyPI compares them: one branded type, made here and nowhere else. */

declare const normalized: unique symbol;

/** A distribution name in the normal form of PEP 503. Only {@link normalizeName} makes one. */
export type NormalizedName = string & { readonly [normalized]: true };

/**
 * The normal form of PEP 503: lower case, each run of `-`, `_` and `.` one hyphen.
 * Takes any text; what PyPI could not hold stays in the result, so that it compares unequal to every real name.
 */
export function normalizeName(written: string): NormalizedName {
  return written.replace(/[-_.]+/g, "-").toLowerCase() as NormalizedName;
}

/** Whether the text is a name in the sense of PEP 508: ASCII letters, digits, `-_.`, alphanumeric at both ends. */
export function isValidName(written: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(written);
}

/** The hyphen-separated words of a normalised name. Empty words, as in a name that ends in a hyphen, are left out. */
export function splitWords(name: NormalizedName): string[] {
  return name.split("-").filter((word) => word !== "");
}
