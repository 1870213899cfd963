/** Where the tools of the Python world keep dependencies in `pyproject.toml`, some of them in files of their own too: one line for each place, as {@link itemsAt} takes it. */

/** Lists of what the project needs to run or to be worked on, in the sense of PEP 508: they may name the project itself. */
export const requirementLists: readonly string[] = [
  // PEP 621, PEP 735.
  "project.dependencies",
  "project.optional-dependencies.*",
  "dependency-groups.*",
  // Poetry names in its extras what the dependencies have.
  "tool.poetry.extras.*",
  "tool.pdm.dev-dependencies.*",
  "tool.hatch.envs.*.dependencies",
  "tool.hatch.envs.*.extra-dependencies",
  "tool.uv.dev-dependencies",
  "tool.uv.constraint-dependencies",
  "tool.uv.override-dependencies",
  "tool.flit.metadata.requires",
  "tool.flit.metadata.dev-requires",
  "tool.flit.metadata.requires-extra.*",
  "tool.rye.dev-dependencies",
  "tool.tox.env_run_base.deps",
  "tool.tox.env.*.deps",
  "tool.cibuildwheel.test-requires",
  "tool.cibuildwheel.*.test-requires",
  "tool.briefcase.requires",
  "tool.briefcase.app.*.requires",
  "tool.briefcase.app.*.test_requires",
  // Of one platform.
  "tool.briefcase.app.*.*.requires",
];

/** Lists of what has to be there before the project is: whatever they name comes from an index. */
export const buildRequirementLists: readonly string[] = [
  // PEP 518.
  "build-system.requires",
  "tool.hatch.build.dependencies",
  "tool.hatch.build.hooks.*.dependencies",
  "tool.hatch.build.targets.*.dependencies",
  "tool.hatch.build.targets.*.hooks.*.dependencies",
  "tool.uv.build-constraint-dependencies",
  "tool.uv.extra-build-dependencies.*",
  "tool.tox.requires",
];

/** Tables that have the name for a key. */
export const requirementTables: readonly string[] = [
  "tool.poetry.dependencies",
  "tool.poetry.dev-dependencies",
  "tool.poetry.group.*.dependencies",
  "tool.poetry.requires-plugins",
  // Beside these Pixi has tables for packages of conda.
  "tool.pixi.pypi-dependencies",
  "tool.pixi.target.*.pypi-dependencies",
  "tool.pixi.feature.*.pypi-dependencies",
  "tool.pixi.feature.*.target.*.pypi-dependencies",
];

/** Tables that say of names which stand elsewhere where these come from. */
export const sourceTables: readonly string[] = ["tool.uv.sources"];

/** Names of further files of requirements. */
export const requirementFiles: readonly string[] = [
  "tool.setuptools.dynamic.dependencies.file",
  "tool.setuptools.dynamic.optional-dependencies.*.file",
  "tool.hatch.metadata.hooks.requirements_txt.files",
  "tool.hatch.metadata.hooks.requirements_txt.filename",
  "tool.hatch.metadata.hooks.requirements_txt.optional-dependencies.*",
];

/** The project's own name where no table `project` says it, since every tool goes by that where it stands. */
export const toolsProjectNames: readonly string[] = [
  "tool.poetry.name",
  "tool.flit.metadata.dist-name",
  "tool.flit.metadata.module",
];
