/** What is known of package names, as the rest of the core asks for it. */

import type { ModuleSurroundings } from "../lookalike/modules.ts";
import type { Surroundings } from "../lookalike/surroundings.ts";
import type { NormalizedName } from "../names.ts";

export interface Knowledge {
  readonly dates: SnapshotDates;
  readonly popular: PopularNames;
  /** Whether the name existed on PyPI when the lists were made. May say yes of one unknown name in 2,048, never no of a known one. */
  isKnown(name: NormalizedName): boolean;
  /** Whether conda-forge packages the project, so that people have reviewed it. Exact. */
  isReviewed(name: NormalizedName): boolean;
  /** The entry of a name that was malicious as a whole; a good project with bad releases is not one. Exact. */
  malwareEntry(name: NormalizedName): MalwareEntry | null;
  /** The releases of an otherwise good project that were malicious, or null. Exact. */
  compromisedReleases(name: NormalizedName): readonly string[] | null;
  /** The distributions that provide a top-level module, most popular first; empty where none is on record. */
  distributionsOf(module: string): readonly NormalizedName[];
  /** The Python versions whose standard library has the top-level module, oldest first (`["2.7", "3.6", …]`), or null. */
  standardLibraryVersions(module: string): readonly string[] | null;
  /** The distributions that people mean by a name that is not theirs (`opencv`, `pyqt`), best first; empty where none is on record. */
  misnomerOf(name: NormalizedName): readonly NormalizedName[];
  /** Whether the name is that of a system library that conda packages and PyPI does not have: `libpng`, `python-abi`. */
  isSystemLibrary(name: NormalizedName): boolean;
  /** Whether people have found, for this list, that the name is a project of its own though it resembles a more popular one. */
  isHonest(name: NormalizedName): boolean;
  readonly surroundings: SurroundingsOfNames;
}

/** What a written name is compared with. Opened at the first call, which takes a millisecond. */
export interface SurroundingsOfNames {
  ofDistributions(): Surroundings;
  ofModules(): ModuleSurroundings;
  /** The same with so many popular distributions only. */
  limitedTo(popularSize: number): SurroundingsOfNames;
}

/** Days in UTC, `YYYY-MM-DD`. */
export interface SnapshotDates {
  readonly popular: string;
  readonly known: string;
  readonly malicious: string;
}

/** The most downloaded projects. Ranks count from 1. */
export interface PopularNames {
  readonly size: number;
  /** The rank must be within 1 … size. */
  nameAt(rank: number): NormalizedName;
  rankOf(name: NormalizedName): number | null;
  /** Downloads in the 30 days before the snapshot, to three significant digits; null where the source gives only the order. */
  downloadsOf(name: NormalizedName): number | null;
}

export interface MalwareEntry {
  /** The identifier in the OSV database (`MAL-2025-2925`), or null where another source lists it. */
  readonly advisory: string | null;
}
