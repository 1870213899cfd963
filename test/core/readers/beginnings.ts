/** What a text of some formats begins with where a reader looks deeper, so that generated texts get there at all. */

const beginnings: Readonly<Record<string, readonly string[]>> = {
  "conda-environment": [
    "dependencies:\n- pip:\n  - ",
    'dependencies: [{pip: ["',
    "dependencies:\n- pip: >\n   ",
  ],
  "conda-lock": ["package:\n- manager: pip\n  version: 1\n  name: "],
  dockerfile: ["FROM a\nRUN pip install a \\\n", 'RUN ["pip", "install", "', "RUN <<EOF\npip install "],
  "github-workflow": [
    "run: |\n  pip install ",
    "run: >\n  pip install ",
    'run: "pip install ',
    "- run: pip install ",
  ],
  "gitlab-pipeline": ["script:\n- pip install ", "script: &a [pip install a, *a, '"],
  markdown: [
    "```sh\npip install ",
    "```\n$ pip install ",
    "~~~ python\n!pip install ",
    "```dockerfile\nRUN pip install ",
  ],
  notebook: [
    '{"cells":[{"cell_type":"code","source":["',
    '{"cells":[{"cell_type":"code","source":["!pip install ',
  ],
  pixi: ["[pypi-dependencies]\n", "[feature.a.pypi-dependencies]\n"],
  "tox-toml": ['requires = ["', '[env.a]\ndeps = ["'],
  nox: ['session.install("', 'session.run("pip", "install", "a", '],
  "pre-commit": ["hooks:\n- additional_dependencies:\n  - ", "hooks: [{additional_dependencies: ["],
  pipfile: ["[packages]\n", "[packages]\na = {"],
  "pipfile-lock": ['{"default":{"'],
  "uv-lock": ['[[package]]\nname = "'],
  pyproject: ['[project]\ndependencies = ["', "[tool.poetry.dependencies]\n"],
  python: ["# /// script\n# dependencies = [\n# ", "!pip install ", "# pip install ", "%%bash\npip install "],
  "setup-cfg": [
    "[options]\ninstall_requires =\n  ",
    "[options]\ninstall_requires = a; ",
    "[options.extras_require]\na = file: ",
  ],
  "setup-py": [
    'install_requires=["',
    'a = ["a"]\ninstall_requires=a,\nextras_require={"a": ["',
    'tests_require="""',
  ],
  shell: ["pip install a ", "uv run --with ", "bash -c 'pip install ", "poetry add a@"],
  tox: ["[a]\ndeps =\n  ", "[a]\ndeps = a: -r{toxinidir}/", "[a]\ncommands = pip install "],
};

export function beginningsOf(reader: string): readonly string[] {
  return ["", ...(beginnings[reader] ?? [])];
}
