/** The registry of formats: which files are of each. What reads them stands beside it, in `index.ts`. */

export interface Format {
  /** Stable and machine-readable; printed by `namesake list`. */
  readonly id: string;
  /** The format's name as people write it; for tables and messages. */
  readonly title: string;
  /**
   * Glob patterns of the files, against the path below the workspace folder, with `/` as separator.
   * Only what the language server protocol's patterns know: they select documents in editors too.
   */
  readonly patterns: readonly `**/${string}`[];
  /** Patterns of files that are none of this format although they match; a later one with a `!` takes back what it matches. */
  readonly except?: readonly `${"" | "!"}**/${string}`[];
  /** The language id whose documents are of this format whatever they are called; null where the language says too little. */
  readonly languageId: string | null;
  /**
   * What such files are in a project. `manifest`: people write there what the project depends on; `lock`: a tool
   * writes down what that came to, so that nothing is mended there; `code`: neither.
   */
  readonly role: "manifest" | "lock" | "code";
}

/** The first whose patterns match a file is the file's. */
export const formats = [
  {
    id: "requirements",
    title: "requirements files",
    patterns: ["**/*requirements*.txt", "**/requirements/*.txt", "**/*constraints*.txt", "**/*.in"],
    except: [
      // Templates of other tools end in `.in` too: MANIFEST.in, Makefile.in, config.h.in, setup.cfg.in, libfoo.pc.in.
      "**/*.[^0-9]*.in",
      "**/{MANIFEST,Makefile,makefile,GNUmakefile,configure,config,Config,Kconfig,Doxyfile,Dockerfile}.in",
      "!**/*{requirements,constraints}*.in",
    ],
    languageId: "pip-requirements",
    role: "manifest",
  },
  {
    id: "pyproject",
    title: "pyproject.toml",
    patterns: ["**/pyproject.toml"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "pixi",
    title: "pixi.toml",
    patterns: ["**/pixi.toml"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "pipfile",
    title: "Pipfile",
    patterns: ["**/Pipfile"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "uv-lock",
    title: "uv.lock",
    patterns: ["**/uv.lock"],
    languageId: null,
    role: "lock",
  },
  {
    id: "poetry-lock",
    title: "poetry.lock",
    patterns: ["**/poetry.lock"],
    languageId: null,
    role: "lock",
  },
  {
    id: "pdm-lock",
    title: "pdm.lock",
    patterns: ["**/pdm.lock"],
    languageId: null,
    role: "lock",
  },
  {
    id: "pylock",
    title: "pylock.toml",
    patterns: ["**/pylock.toml", "**/pylock.*.toml"],
    languageId: null,
    role: "lock",
  },
  {
    id: "pipfile-lock",
    title: "Pipfile.lock",
    patterns: ["**/Pipfile.lock"],
    languageId: null,
    role: "lock",
  },
  {
    id: "conda-lock",
    title: "conda-lock.yml",
    patterns: ["**/*conda-lock.{yml,yaml}"],
    languageId: null,
    role: "lock",
  },
  {
    id: "setup-cfg",
    title: "setup.cfg",
    patterns: ["**/setup.cfg"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "setup-py",
    title: "setup.py",
    patterns: ["**/setup.py"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "tox",
    title: "tox.ini",
    patterns: ["**/tox.ini"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "tox-toml",
    title: "tox.toml",
    patterns: ["**/tox.toml"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "nox",
    title: "noxfile.py",
    patterns: ["**/noxfile.py"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "conda-environment",
    title: "conda environments",
    patterns: ["**/*environment*.{yml,yaml}"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "pre-commit",
    title: "pre-commit hooks",
    patterns: ["**/.pre-commit-config.{yaml,yml}"],
    languageId: null,
    role: "manifest",
  },
  {
    id: "dockerfile",
    title: "Dockerfiles",
    patterns: [
      "**/{Dockerfile,Containerfile}",
      "**/{Dockerfile,Containerfile}.*",
      "**/*.{Dockerfile,dockerfile,Containerfile,containerfile}",
    ],
    except: ["**/*.{dockerignore,in,md}"],
    languageId: "dockerfile",
    role: "manifest",
  },
  {
    id: "shell",
    title: "shell scripts",
    patterns: ["**/*.sh", "**/*.bash", "**/*.zsh"],
    languageId: "shellscript",
    role: "code",
  },
  {
    id: "github-workflow",
    title: "GitHub workflows",
    patterns: ["**/.github/workflows/*.{yml,yaml}", "**/action.{yml,yaml}"],
    languageId: null,
    role: "code",
  },
  {
    id: "gitlab-pipeline",
    title: "GitLab pipelines",
    patterns: ["**/*.gitlab-ci.{yml,yaml}"],
    languageId: null,
    role: "code",
  },
  {
    id: "notebook",
    title: "Jupyter notebooks",
    patterns: ["**/*.ipynb"],
    languageId: null,
    role: "code",
  },
  {
    id: "markdown",
    title: "code blocks in Markdown",
    patterns: ["**/*.{md,markdown}"],
    languageId: "markdown",
    role: "code",
  },
  {
    id: "python",
    title: "Python imports",
    patterns: ["**/*.py", "**/*.pyi", "**/*.pyw"],
    languageId: "python",
    role: "code",
  },
] as const satisfies readonly Format[];

export type FormatId = (typeof formats)[number]["id"];
