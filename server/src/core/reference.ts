/** What a reader hands to the judge: every place where a package is named, with its exact span. */

/** A half-open range of UTF-16 offsets into the text of one file. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Distribution: what one installs. Module: what one imports. They are two name spaces. */
export type NameKind = "distribution" | "module";

interface WrittenName {
  /** The name as it stands in the text; where escapes write some of it (`req\\u0075ests`), what they say. */
  readonly name: string;
  /** Where the name stands: without escapes in it, `text.slice(start, end) === name`. */
  readonly span: TextSpan;
}

/** A distribution named in a requirement, PEP 508. */
export interface DistributionReference extends WrittenName {
  readonly kind: "distribution";
  /** The version specifier as written (`==2.31.0`, `>=1,<2`), without URL, marker or extras; null where there is none. */
  readonly specifier: string | null;
  /** Extras as written, without brackets; empty where there are none. */
  readonly extras: readonly string[];
  /** The exact version that is asked for, with its operator and the white space before it; null for a range or none. */
  readonly pin: TextSpan | null;
  /** The hashes of that very project's files, each with the white space before it: no other name may keep them. */
  readonly hashes: readonly TextSpan[];
  /** The text to delete so that the dependency is gone and the file stays valid; null where that needs a person. */
  readonly removal: TextSpan | null;
  /** True where the text itself says where the package comes from: a direct URL, a path, an editable install. */
  readonly direct: boolean;
}

/**
 * Why the import may fail without harm. `import-error`: the `ImportError` is caught, or the import is itself the fallback
 * in a handler of it. `type-checking`: read by type checkers only.
 */
export type ImportGuard = "import-error" | "type-checking";

/** A module named in a Python import. Relative imports are no references. */
export interface ModuleReference extends WrittenName {
  readonly kind: "module";
  /** `name` is the top-level module; this is the whole dotted path as written, without white space: `google.cloud.storage`. */
  readonly path: string;
  readonly guard: ImportGuard | null;
}

export type PackageReference = DistributionReference | ModuleReference;

/** A comment `# namesake: ignore` or `# namesake: ignore[code, code]`. It silences the line it stands on. */
export interface IgnoreComment {
  /** The line that is silenced, without its line break. In requirements files all of a line that backslashes continue. */
  readonly line: TextSpan;
  /** The codes it names; empty means every code. */
  readonly codes: readonly string[];
}

/** All that a reader found in one text. Readers never throw: they return what could be made out. */
export interface Reading {
  /** In the order in which they are written. */
  readonly references: readonly PackageReference[];
  /** In the order in which they are written; their lines do not overlap. */
  readonly ignores: readonly IgnoreComment[];
  /** Other files that the text takes in, as written: `-r x.txt`, `-c y.txt`. */
  readonly includes: readonly FileInclude[];
  /** The package indexes that the text tells a tool to ask, in the order in which they are written. */
  readonly indexes: readonly IndexUse[];
  /** Why the text was not read at all: it is larger or nested deeper than its format is read for. Hosts say so. */
  readonly skipped?: "too-large" | "too-deep";
}

export const nothingRead: Reading = { references: [], ignores: [], includes: [], indexes: [] };

/** `-r other.txt` or `-c constraints.txt`. */
export interface FileInclude {
  readonly path: string;
  readonly span: TextSpan;
}

/** A package index as the text names it. */
export interface IndexUse {
  /** As written; may hold credentials, so that it must not be printed whole. */
  readonly url: string;
  readonly span: TextSpan;
  /**
   * - `instead`: asked instead of PyPI (`--index-url`, a default index).
   * - `beside`: asked beside PyPI or beside the one before it, and the best version of either wins (`--extra-index-url`).
   * - `before`: asked before PyPI, which answers only for names that this one does not have.
   * - `bound`: asked only for the names that the text binds to it; those are {@link DistributionReference.direct}.
   */
  readonly role: "instead" | "beside" | "before" | "bound";
  /** The tool that is told so; pip where nothing is said. */
  readonly tool?: IndexTool;
}

/** Each binds names to an index in a way of its own. */
export type IndexTool = "pip" | "uv" | "poetry" | "pdm";
