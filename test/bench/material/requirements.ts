/** Requirements files for measuring. */

import type { NormalizedName } from "../../../server/src/core/names.ts";

/** What a person writes: mostly ordinary lines, and in every twenty a misspelling and a private name, which take the longest to judge. */
const twentyLines = [
  "# Runtime",
  "django>=5.0,<6",
  "flask[async]==3.0.2",
  "requests",
  "numpy==1.26.4 ; python_version >= '3.9'",
  "pandas~=2.2",
  "scikit-learn",
  "python-dateutil",
  "reqeusts==2.31.0",
  "sqlalchemy>=2",
  "",
  "# Ours",
  "acme-billing-core==2.4.0",
  "boto3",
  "uvicorn[standard]",
  "fastapi",
  "pydantic>=2",
  "pillow",
  "pytest",
  "ruff",
];

export function requirements(lines: number): string {
  return Array.from({ length: lines }, (_, line) => `${twentyLines[line % twentyLines.length]}\n`).join("");
}

/** How many names of {@link requirements} are flagged. */
export function defects(lines: number): number {
  return (lines / twentyLines.length) * 2;
}

/** What a tool pins: every line another name, and in every two hundred a private one, so that no limit cuts findings off. */
export function pinned(lines: number, popular: readonly NormalizedName[]): string {
  return Array.from({ length: lines }, (_, line) => {
    const name = line % 200 === 100 ? `acme-billing-part${line}` : popular[line % popular.length]!;
    return `${name}==${1 + (line % 7)}.${line % 13}.${line % 5} # via ${popular[line % 97]}\n`;
  }).join("");
}
