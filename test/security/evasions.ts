/**
 * Ways to hide a bad name from a checker that pip or Python still takes it from. The bad name is `reqeusts`, or one of two
 * words where the trick is between them; it is found, or the trick is out of reach for a reason that SECURITY.md says too.
 */

export interface Evasion {
  readonly trick: string;
  /** Whether pip or Python takes the bad name from the file; a checker may well warn of what they refuse. */
  readonly taken: boolean;
  /** Why it is not found although it is taken; absent where it is found. */
  readonly outOfReach?: string;
}

export interface RequirementsEvasion extends Evasion {
  /** In its normal form, and what it is taken for; `reqeusts` and `requests` where they are absent. */
  readonly names?: { readonly bad: string; readonly meant: string };
  readonly file: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  /** Files beside it, by their paths. */
  readonly others?: Readonly<Record<string, string>>;
}

const bad = "reqeusts";

function bytes(mark: readonly number[], text: string, encode: (code: number) => number[]): Uint8Array {
  return new Uint8Array([...mark, ...[...text].flatMap((character) => encode(character.codePointAt(0)!))]);
}

const inEncodings: readonly RequirementsEvasion[] = [
  { trick: "a byte order mark of UTF-8", taken: true, file: `\ufeff${bad}\n` },
  {
    trick: "UTF-16, little-endian",
    taken: true,
    file: bytes([0xff, 0xfe], `${bad}\n`, (code) => [code, 0]),
  },
  { trick: "UTF-16, big-endian", taken: true, file: bytes([0xfe, 0xff], `${bad}\n`, (code) => [0, code]) },
  {
    trick: "UTF-32, little-endian",
    taken: false,
    file: bytes([0xff, 0xfe, 0, 0], `${bad}\n`, (code) => [code, 0, 0, 0]),
  },
  {
    trick: "UTF-32, big-endian",
    taken: true,
    file: bytes([0, 0, 0xfe, 0xff], `${bad}\n`, (code) => [0, 0, 0, code]),
  },
  {
    trick: "a coding comment of one byte a letter, with bytes that are no UTF-8",
    taken: true,
    file: bytes([], `# -*- coding: latin-1 -*- \xe9\n${bad}\n`, (code) => [code]),
  },
  {
    trick: "a coding comment of UTF-7",
    taken: true,
    file: "# coding: utf-7\nreq+AGU-usts\n",
    outOfReach: "encodings that write ASCII letters in other bytes",
  },
  {
    trick: "a coding comment of escapes",
    taken: true,
    file: "# coding: unicode_escape\nreqe\\x75sts\n",
    outOfReach: "encodings that write ASCII letters in other bytes",
  },
];

const inLines: readonly RequirementsEvasion[] = [
  { trick: "white space around", taken: true, file: ` \t ${bad} \t \n` },
  { trick: "a line continued within the name", taken: true, file: "reqe\\\nusts\n" },
  {
    trick: "a line continued within the name, with Windows line ends",
    taken: true,
    file: "reqe\\\r\nusts\r\n",
  },
  { trick: "a line continued many times", taken: true, file: `${[...bad].join("\\\n")}\n` },
  { trick: "a line continued out of a comment", taken: true, file: `# a comment \\\n${bad}\n` },
  { trick: "a name behind a comment that is none", taken: false, file: `x#${bad}\n` },
  { trick: "a carriage return alone as line end", taken: true, file: `flask\r${bad}\r` },
  { trick: "a form feed as line end", taken: true, file: `flask\f${bad}\n` },
  { trick: "a vertical tab as line end", taken: true, file: `flask\v${bad}\n` },
  { trick: "a line separator as line end", taken: true, file: `# x\u2028${bad}\n` },
  { trick: "a next-line character as line end", taken: true, file: `# x\u0085${bad}\n` },
  { trick: "a file separator as line end", taken: true, file: `# x\u001c${bad}\n` },
  { trick: "NUL in the name", taken: false, file: "reqe\0usts\n" },
  { trick: "NUL before the name", taken: false, file: `\0${bad}\n` },
  { trick: "a zero-width space in the name", taken: false, file: "reqe\u200busts\n" },
  { trick: "a no-break space behind", taken: true, file: `${bad}\u00a0\n` },
  { trick: "an ideographic space before", taken: true, file: `\u3000${bad}\n` },
  { trick: "full-width letters", taken: false, file: "ｒｅｑｅｕｓｔｓ\n" },
  ...["\x1c", "\x1d", "\x1e", "\x1f", "\x85", "\u2028", "\u2029"].flatMap((blank) => {
    const code = `U+${blank.charCodeAt(0).toString(16).padStart(4, "0")}`;
    return [
      { trick: `${code} behind`, taken: true, file: `${bad}${blank}\n` },
      { trick: `${code} before`, taken: true, file: `${blank}${bad}\n` },
    ];
  }),
  { trick: "U+001f before a marker", taken: true, file: `${bad}\x1f; python_version >= "2"\n` },
  { trick: "upper case", taken: true, file: "ReQeUsTs\n" },
  { trick: "a direction turned", taken: false, file: "\u202estseuqer\n" },
];

const names = { bad: "python-dateutils", meant: "python-dateutil" };

const inSeparators: readonly RequirementsEvasion[] = [
  { trick: "a separator twice", taken: true, names, file: "Python..Dateutils\n" },
  { trick: "another separator, and upper case", taken: true, names, file: "PYTHON_dateutils\n" },
  { trick: "a point, and a version", taken: true, names, file: "python.dateutils==2.9.0\n" },
  { trick: "a run of all separators", taken: true, names, file: "python-_.-dateutils\n" },
  { trick: "a line continued among separators", taken: true, names, file: "python-\\\n_dateutils[x]\n" },
  { trick: "a separator in full width", taken: false, names, file: "python\uff0ddateutils\n" },
];

const inForms: readonly RequirementsEvasion[] = [
  { trick: "extras", taken: true, file: `${bad}[socks, use-chardet]\n` },
  { trick: "extras far away", taken: true, file: `${bad}      [ ]\n` },
  { trick: "a version in parentheses", taken: true, file: `${bad} (>=1)\n` },
  { trick: "an arbitrary version", taken: true, file: `${bad}===1\n` },
  { trick: "a marker that holds", taken: true, file: `${bad} ; python_version >= "2"\n` },
  {
    trick: "hashes on lines of their own",
    taken: true,
    file: `${bad}==1 \\\n  --hash=sha256:${"a".repeat(64)}\n`,
  },
  {
    trick: "an option before it in the file",
    taken: true,
    file: `--no-binary=:all:\n-i https://x.example/\n${bad}\n`,
  },
  { trick: "a file that is included", taken: true, file: "-r base.in\n", others: { "base.in": `${bad}\n` } },
  {
    trick: "a file that is included, by the long form",
    taken: true,
    file: "--requirement=base.txt\n",
    others: { "base.txt": `${bad}\n` },
  },
  {
    trick: "a file that is included, by a form that is cut short",
    taken: true,
    file: "--requirem base.txt\n",
    others: { "base.txt": `${bad}\n` },
  },
  {
    trick: "a file that is included, by a form that is cut too short",
    taken: false,
    file: "--require base.txt\n",
    others: { "base.txt": `${bad}\n` },
  },
  {
    trick: "a file that is included, by a name that no reader knows",
    taken: true,
    file: "-r list.lst\n",
    others: { "list.lst": `${bad}\n` },
  },
  {
    trick: "a file that is included, in a folder",
    taken: true,
    file: "-r sub/list.txt\n",
    others: { "sub/list.txt": `${bad}\n` },
  },
  {
    trick: "a file that is included, by one that is included",
    taken: true,
    file: "-r sub/a.lst\n",
    others: { "sub/a.lst": "flask\n-r ../b.lst\n", "b.lst": `${bad}\n` },
  },
  {
    trick: "a file that is included, called like a template",
    taken: true,
    file: "-r MANIFEST.in\n",
    others: { "MANIFEST.in": `${bad}\n` },
  },
  {
    trick: "constraints, by a name that no reader knows",
    taken: true,
    file: "-c limits.dat\n",
    others: { "limits.dat": `${bad}==1\n` },
  },
  ...["deps.py", "environment.yml", "notes.md", "pyproject.toml", "setup.cfg", "uv.lock"].map((path) => ({
    trick: `a file that is included, called ${path}`,
    taken: true,
    file: `-r ${path}\n`,
    others: { [path]: `# ours\nflask>=2\nhttps://x.example/a-1.tar.gz\n--no-binary=flask\n\n${bad}\n` },
  })),
  ...["node_modules/x/deps.txt", ".deps/list.txt", ".venv/requirements.txt"].map((path) => ({
    trick: `a file that is included, hidden in ${path.split("/")[0]}`,
    taken: true,
    file: `-r ${path}\n`,
    others: { [path]: `${bad}\n` },
  })),
  {
    trick: "a file beside it that nothing includes",
    taken: false,
    file: "flask\n",
    others: { "list.lst": `${bad}\n` },
  },
  {
    trick: "an address with the name",
    taken: true,
    file: `${bad} @ https://x.example/a-1.tar.gz\n`,
    outOfReach: "names with an address of their own",
  },
  {
    trick: "an environment variable for a part",
    taken: true,
    file: "req\u0024{HIDDEN}\n",
    environment: { HIDDEN: "eusts" },
    outOfReach: "environment variables",
  },
  {
    trick: "an environment variable for the whole",
    taken: true,
    file: "\u0024{HIDDEN}\n",
    environment: { HIDDEN: bad },
    outOfReach: "environment variables",
  },
  {
    trick: "an environment variable beside the name",
    taken: true,
    file: `${bad}==\u0024{VERSION}\n`,
    environment: { VERSION: "1" },
  },
  {
    trick: "a variable that pip does not know",
    taken: false,
    file: "req$HIDDEN\n",
    environment: { HIDDEN: "eusts" },
  },
];

export const requirementsEvasions: readonly RequirementsEvasion[] = [
  ...inEncodings,
  ...inLines,
  ...inSeparators,
  ...inForms,
];

export interface FileEvasion extends Omit<Evasion, "taken"> {
  readonly path: string;
  readonly text: string;
}

const poetry = "[tool.poetry.dependencies]\n";

/** In formats whose parsers say beyond doubt what is taken. */
export const otherEvasions: readonly FileEvasion[] = [
  { path: "pyproject.toml", trick: "a quoted key", text: `${poetry}"reqeusts" = "*"\n` },
  { path: "pyproject.toml", trick: "a literal key", text: `${poetry}'reqeusts' = "*"\n` },
  { path: "pyproject.toml", trick: "escapes in a key", text: `${poetry}"reqe\\u0075sts" = "*"\n` },
  { path: "pyproject.toml", trick: "long escapes in a key", text: `${poetry}"reqe\\U00000075sts" = "*"\n` },
  { path: "pyproject.toml", trick: "a dotted key", text: `${poetry}reqeusts.version = "*"\n` },
  {
    path: "pyproject.toml",
    trick: "a table of its own",
    text: '[tool.poetry.dependencies.reqeusts]\nversion = "*"\n',
  },
  {
    path: "pyproject.toml",
    trick: "quoted parts of a table's name",
    text: '["tool" . \'poetry\' . "dependenc\\u0069es"]\nreqeusts = "*"\n',
  },
  {
    path: "pyproject.toml",
    trick: "a dotted path from the root",
    text: 'tool.poetry.dependencies.reqeusts = "*"\n',
  },
  {
    path: "pyproject.toml",
    trick: "an inline table",
    text: 'tool = { poetry = { dependencies = { reqeusts = "*" } } }\n',
  },
  {
    path: "pyproject.toml",
    trick: "escapes in a requirement",
    text: '[project]\ndependencies = ["reqe\\u0075sts"]\n',
  },
  {
    path: "pyproject.toml",
    trick: "a requirement over several lines",
    text: '[project]\ndependencies = ["""\\\n  reqeusts\\\n  >=1"""]\n',
  },
  {
    path: "pyproject.toml",
    trick: "comments between",
    text: '[project] # x\ndependencies = [ # x\n  # "y"\n  "reqeusts" # z\n]\n',
  },
  {
    path: "pyproject.toml",
    trick: "a dependency group",
    text: '[dependency-groups]\n"d\\u0065v" = ["reqeusts"]\n',
  },
  {
    path: "pyproject.toml",
    trick: "the name of the project in a table that pip does not read",
    text: '[project]\nname = "x"\ndependencies = ["reqeusts"]\n[tool.poetry]\nname = "reqeusts"\n',
  },
  {
    path: "pyproject.toml",
    trick: "the name of a module in a table that pip does not read, and extras",
    text: '[project]\nname = "x"\ndependencies = ["reqeusts[a]"]\n[tool.flit.metadata]\nmodule = "reqeusts"\n',
  },
  {
    path: "pyproject.toml",
    trick: "the project's own name among what it is built with",
    text: '[project]\nname = "reqeusts"\n[build-system]\nrequires = ["reqeusts[a]"]\n',
  },
  {
    path: "pyproject.toml",
    trick: "the project's own name for a dependency",
    text: '[project]\nname = "reqeusts"\ndependencies = ["reqeusts>=1"]\n',
  },
  {
    path: "tool.py",
    trick: "the name of a project in a script's metadata",
    text: '# /// script\n# dependencies = ["reqeusts[a]"]\n# [project]\n# name = "reqeusts"\n# ///\n',
  },
  { path: "Pipfile", trick: "a quoted key", text: '[packages]\n"reqe\\u0075sts" = "*"\n' },
  {
    path: "Pipfile.lock",
    trick: "escapes in a key",
    text: '{"default": {"reqe\\u0075sts": {"version": "==1"}}}',
  },
  {
    path: "environment.yml",
    trick: "an anchor and an alias",
    text: "x: &a reqeusts\ndependencies:\n  - pip:\n    - *a\n",
  },
  {
    path: "environment.yml",
    trick: "an anchor of the whole list",
    text: "x: &a\n  - reqeusts\ndependencies:\n  - pip: *a\n",
  },
  {
    path: "environment.yml",
    trick: "a merge of mappings",
    text: "x: &a\n  pip:\n    - reqeusts\ndependencies:\n  - <<: *a\n",
  },
  {
    path: "environment.yml",
    trick: "quotation marks and escapes",
    text: 'dependencies:\n  - pip:\n    - "reqe\\u0075sts"\n',
  },
  { path: "environment.yml", trick: "a tag", text: "dependencies:\n  - pip:\n    - !!str reqeusts\n" },
  { path: "environment.yml", trick: "flow style", text: "{dependencies: [{pip: [reqeusts]}]}\n" },
  {
    path: "environment.yml",
    trick: "a folded block",
    text: "dependencies:\n  - pip:\n    - >-\n      reqeusts\n",
  },
  {
    path: "environment.yml",
    trick: "an alias of a mapping in a list",
    text: "x: &a\n  pip:\n    - reqeusts\ndependencies:\n  - *a\n",
  },
  {
    path: "environment.yml",
    trick: "escapes in a key",
    text: 'dependencies:\n  - "p\\u0069p":\n    - reqeusts\n',
  },
  {
    path: "environment.yml",
    trick: "aliases that stand for each other",
    text: "a: &a [*b, *a]\nb: &b {x: *a, pip: [reqeusts]}\ndependencies: [*a, *b]\n",
  },
  {
    path: "environment.yml",
    trick: "an explicit key",
    text: "? dependencies\n: - ? pip\n    : - reqeusts\n",
  },
  {
    path: "environment.yml",
    trick: "brackets in a comment, as if it were nested",
    text: `# ${"[".repeat(500)}\ndependencies:\n  - pip:\n    - reqeusts\n`,
  },
  {
    path: "environment.yml",
    trick: "dashes in a comment, as if it were nested",
    text: `# ${"- ".repeat(500)}\ndependencies:\n  - pip:\n    - reqeusts\n`,
  },
  {
    path: "environment.yml",
    trick: "a deeply indented line in a block",
    text: `dependencies:\n  - pip:\n    - reqeusts\nx: |\n  a\n${" ".repeat(500)}b\n`,
  },
  {
    path: "environment.yml",
    trick: "an alias in an aliased list",
    text: "x: &a reqeusts\ny: &b [*a]\ndependencies:\n  - pip: *b\n",
  },
  {
    path: "environment.yml",
    trick: "an alias for a key",
    text: "x: &a pip\ndependencies:\n  - *a : [reqeusts]\n",
  },
  {
    path: "environment.yml",
    trick: "an anchor of a key",
    text: "&a pip: x\ndependencies:\n  - *a : [reqeusts]\n",
  },
  {
    path: "environment.yml",
    trick: "an anchor that is written anew behind its alias",
    text: "x: &a [reqeusts]\ndependencies:\n  - pip: *a\ny: &a [flask]\n",
  },
  {
    path: ".gitlab-ci.yml",
    trick: "a second document",
    text: "spec:\n  inputs: {}\n---\na:\n  script:\n    - pip install reqeusts\n",
  },
  {
    path: ".github/workflows/x.yml",
    trick: "escapes in the installer",
    text: 'run: "p\\u0069p install reqeusts"\n',
  },
  {
    path: ".github/workflows/x.yml",
    trick: "an escaped line break in the installer",
    text: 'run: "pi\\\n  p install reqeusts"\n',
  },
  {
    path: ".github/workflows/x.yml",
    trick: "a folded line in double quotes",
    text: 'run: "pip install\n  reqeusts"\n',
  },
  {
    path: ".github/workflows/x.yml",
    trick: "a folded line in single quotes",
    text: "run: 'pip install\n  reqeusts'\n",
  },
  {
    path: ".github/workflows/x.yml",
    trick: "a block whose lines end in NEL",
    text: "run: |\n  echo a\x85  pip install reqeusts\n",
  },
  {
    path: ".gitlab-ci.yml",
    trick: "escapes in the installer",
    text: 'a:\n  script: "p\\x69p install reqeusts"\n',
  },
  {
    path: ".pre-commit-config.yaml",
    trick: "escapes in the key",
    text: 'repos:\n- repo: x\n  hooks:\n  - id: y\n    "additional_dependenci\\u0065s": [reqeusts]\n',
  },
  {
    path: ".pre-commit-config.yaml",
    trick: "an item that looks like another language's",
    text: "repos:\n- repo: x\n  hooks:\n  - {id: y, additional_dependencies: [reqeusts, 'a:1']}\n",
  },
  {
    path: ".pre-commit-config.yaml",
    trick: "a folder that looks like another language's",
    text: "repos:\n- repo: x\n  hooks:\n  - {id: y, additional_dependencies: [reqeusts, ./a@1]}\n",
  },
  {
    path: ".pre-commit-config.yaml",
    trick: "an alias of the hooks",
    text: "h: &h\n- {id: y, additional_dependencies: [reqeusts]}\nrepos:\n- {repo: x, hooks: *h}\n",
  },
  {
    path: ".pre-commit-config.yaml",
    trick: "hooks that a repository in another language has too",
    text: "h: &h\n- {id: y, additional_dependencies: [reqeusts]}\nrepos:\n- {repo: eslint, hooks: *h}\n- {repo: x, hooks: *h}\n",
  },
  {
    path: ".pre-commit-config.yaml",
    trick: "a repository with the name of a language",
    text: "repos:\n- repo: https://example.org/x/node\n  hooks:\n  - {id: y, additional_dependencies: [reqeusts]}\n",
  },
  {
    path: ".pre-commit-config.yaml",
    trick: "a language within the name of the hook",
    text: "repos:\n- repo: x\n  hooks:\n  - {id: trust, additional_dependencies: [reqeusts]}\n",
  },
  {
    path: ".pre-commit-config.yaml",
    trick: "names of another language where Python is said",
    text: "repos:\n- repo: eslint\n  hooks:\n  - {id: y, language: python3, additional_dependencies: [reqeusts, b@1]}\n",
  },
  {
    path: "environment.yml",
    trick: "lines that end in CR",
    text: "dependencies:\r- pip:\r  - reqeusts\r",
  },
  {
    path: "environment.yml",
    trick: "lines that end in NEL",
    text: "dependencies:\x85- pip:\x85  - reqeusts\x85",
  },
  {
    path: "environment.yml",
    trick: "lines that end in LS, one of them a comment's",
    text: "# a\u2028dependencies:\u2028- pip: [reqeusts]\u2028",
  },
  {
    path: ".github/workflows/x.yml",
    trick: "an anchor of the script",
    text: "x: &a pip install reqeusts\njobs:\n  a:\n    steps:\n      - run: *a\n",
  },
  { path: "setup.cfg", trick: "upper case in the key", text: "[options]\nINSTALL_REQUIRES =\n  reqeusts\n" },
  { path: "setup.cfg", trick: "a hyphen in the key", text: "[options]\ninstall-requires = reqeusts\n" },
  {
    path: "setup.cfg",
    trick: "a value for all sections",
    text: "[options]\nzip_safe = false\n[DEFAULT]\ninstall_requires = reqeusts\n",
  },
  ...["\f", "\v", "\x1c", "\x85", "\u2028"].map((lineBreak) => ({
    path: "setup.cfg",
    trick: `U+${lineBreak.charCodeAt(0).toString(16).padStart(4, "0")} as line end`,
    text: `[options]\ninstall_requires =\n  flask${lineBreak}reqeusts\n`,
  })),
  {
    path: "setup.cfg",
    trick: "a line continued within the name",
    text: "[options]\ninstall_requires =\n  reqe \\\n  usts\n",
  },
  {
    path: "setup.cfg",
    trick: "U+001f around the name",
    text: "[options]\ninstall_requires =\n  \x1freqeusts\x1f\n",
  },
  { path: "setup.py", trick: "a list in a variable", text: "r = ['reqeusts']\nsetup(install_requires=r)\n" },
  {
    path: "setup.py",
    trick: "literals side by side",
    text: "setup(install_requires=['reqe' 'usts'])\n",
  },
  ...["reqe\\165sts", "reqe\\x75sts", "reqe\\U00000075sts", "reqe\\\nusts"].map((written) => ({
    path: "setup.py",
    trick: `${JSON.stringify(written)} in a literal`,
    text: `setup(install_requires=['${written}'])\n`,
  })),
  ...[
    "base + ['reqeusts']",
    "{'reqeusts'}",
    "(['reqeusts'])",
    "list(['reqeusts'])",
    "[*base, 'reqeusts']",
    "['flask' if x == 'y' else 'reqeusts']",
    "['reqeusts>=%s' % 1]",
    "['flask\\nreqeusts']",
    "'flask reqeusts'.split()",
  ].map((expression) => ({
    path: "setup.py",
    trick: expression,
    text: `setup(install_requires=${expression})\n`,
  })),
  ...[
    "r = []\nr = ['reqeusts']",
    "if True:\n  r = ['reqeusts']",
    "q = r = ['reqeusts']",
    "r = []\nr += ['reqeusts']",
    "r = []\nr.append('reqeusts')",
  ].map((assignment) => ({
    path: "setup.py",
    trick: JSON.stringify(assignment),
    text: `${assignment}\nsetup(install_requires=r)\n`,
  })),
  {
    path: "setup.py",
    trick: "a dictionary that is handed over",
    text: "setup(**{'install_requires': ['reqeusts']})\n",
  },
  {
    path: "setup.py",
    trick: "a key of a dictionary that is handed over",
    text: "k = {}\nk['install_requires'] = ['reqeusts']\nsetup(**k)\n",
  },
  {
    path: "setup.py",
    trick: "a key of the extras that is worked out",
    text: "setup(extras_require={'d' + 'ev': ['reqeusts']})\n",
  },
  {
    path: "setup.py",
    trick: "what a function returns",
    text: "def r():\n  return ['reqeusts']\nsetup(install_requires=r())\n",
    outOfReach: "names that a program works out",
  },
  {
    path: "setup.py",
    trick: "a letter by its name",
    text: "setup(install_requires=['reqe\\N{LATIN SMALL LETTER U}sts'])\n",
    outOfReach: "names that a program works out",
  },
  { path: "setup.py", trick: "escapes in a literal", text: "setup(install_requires=['reqe\\x75sts'])\n" },
  {
    path: "setup.py",
    trick: "a name that is worked out",
    text: "setup(install_requires=['reqe' + 'usts'])\n",
    outOfReach: "names that a program works out",
  },
  { path: "main.py", trick: "white space and a continued line", text: "import \\\n \treqeusts\n" },
  { path: "main.py", trick: "a semicolon", text: "x = 1;import reqeusts\n" },
  { path: "main.py", trick: "a list of modules", text: "import os, sys, reqeusts as os\n" },
  { path: "main.py", trick: "in one line with a condition", text: "if True: import reqeusts\n" },
  { path: "main.py", trick: "a form feed as indentation", text: "\fimport reqeusts\n" },
  {
    path: "main.py",
    trick: "letters that Python normalises",
    text: "import reqe\u{1d42e}sts\n",
    outOfReach: "identifiers that Python normalises",
  },
  { path: "main.py", trick: "__import__", text: "__import__('reqeusts')\n" },
  {
    path: "main.py",
    trick: "import_module",
    text: "import importlib\nimportlib.import_module('reqeusts')\n",
  },
  {
    path: "main.py",
    trick: "import_module, called by itself",
    text: "from importlib import import_module\nimport_module('reqeusts')\n",
  },
  {
    path: "main.py",
    trick: "an escape in a literal",
    text: "__import__('reqe\\x75sts')\n",
    outOfReach: "names that a program works out",
  },
  {
    path: "main.py",
    trick: "literals side by side",
    text: "__import__('reqe' 'usts')\n",
    outOfReach: "names that a program works out",
  },
  { path: "main.py", trick: "an f-string without a place", text: "__import__(f'reqeusts')\n" },
  {
    path: "main.py",
    trick: "a name that is worked out",
    text: "__import__('stseuqer'[::-1])\n",
    outOfReach: "names that a program works out",
  },
  {
    path: "main.py",
    trick: "an f-string with a place",
    text: "__import__(f'{\"reqe\"}usts')\n",
    outOfReach: "names that a program works out",
  },
  {
    path: "main.py",
    trick: "exec of a literal",
    text: "exec('import reqeusts')\n",
    outOfReach: "code within strings",
  },
  {
    path: "main.py",
    trick: "another name for __import__",
    text: "i = __import__\ni('reqeusts')\n",
    outOfReach: "names that a program works out",
  },
  {
    path: "main.py",
    trick: "an f-string with a place that imports",
    text: "x = f\"{__import__('reqeusts')}\"\n",
    outOfReach: "code within strings",
  },
  {
    path: "main.py",
    trick: "a program that is started",
    text: "import os\nos.system('pip install reqeusts')\n",
    outOfReach: "code within strings",
  },
  {
    path: "main.py",
    trick: "another name for import_module",
    text: "from importlib import import_module as i\ni('reqeusts')\n",
    outOfReach: "names that a program works out",
  },
  {
    path: "main.py",
    trick: "an f-string with its own quotes in it",
    text: 'x = f"{"#"}"; import reqeusts\n',
  },
  {
    path: "main.py",
    trick: "an f-string with triple quotes in it",
    text: "x = f\"{\"'''\"}\"\nimport reqeusts\ny = '''\n'''\n",
  },
  {
    path: "main.py",
    trick: "an f-string with a string of several lines in it",
    text: "x = f\"{'''\n'''}\"; import reqeusts\n",
  },
  {
    path: "main.py",
    trick: "a string with a word right behind it",
    text: 'x = """\n"""if 1 else 0\nimport reqeusts\ny = """\n"""\n',
  },
  {
    path: "main.py",
    trick: "a string with another right behind it",
    text: 'x = """\n"""f"a"\nimport reqeusts\ny = """\n"""\n',
  },
  {
    path: "main.py",
    trick: "an f-string over two lines, before one with triple quotes in it",
    text: "x = f\"a\\\r\nb\"\r\ny = f\"{\"'''\"}\"\r\nimport reqeusts\r\nz = '''\r\n'''\r\n",
  },
  {
    path: "main.py",
    trick: "an f-string with a quote in its width, before one with triple quotes in it",
    text: "x = f'{1:\\'}'\ny = f\"{\"'''\"}\"\nimport reqeusts\nz = '''\n'''\n",
  },
  ...[
    '__import__\t("reqeusts")',
    '__import__\\\n("reqeusts")',
    '__import__(\\\n"reqeusts")',
    '__import__( # why\n"reqeusts")',
    '__import__("reqeusts" # why\n)',
    '__import__("""reqeusts""")',
    '__import__(("reqeusts"))',
    '(__import__)("reqeusts")',
    '[__import__ # why\n("reqeusts")]',
    'import builtins\nbuiltins . __import__("reqeusts")',
    'import importlib\nimportlib . import_module("reqeusts")',
    'import importlib\n(importlib).import_module("reqeusts")',
    'import importlib\nimportlib.import_module(package=None, name="reqeusts")',
    'from importlib \\\n import import_module\nimport_module("reqeusts")',
    'from importlib import (  # (x)\n import_module)\nimport_module("reqeusts")',
    'from importlib import *\nimport_module("reqeusts")',
  ].map((text) => ({ path: "main.py", trick: JSON.stringify(text), text })),
  {
    path: "main.py",
    trick: "__import__ by its module",
    text: "import builtins\nbuiltins.__import__('reqeusts')\n",
  },
  {
    path: "main.py",
    trick: "__import__ of importlib",
    text: "import importlib\nimportlib.__import__('reqeusts')\n",
  },
  {
    path: "main.py",
    trick: "__import__ by what is always there",
    text: "__builtins__.__import__('reqeusts')\n",
  },
  {
    path: "main.py",
    trick: "a named argument",
    text: "import importlib\nimportlib.import_module(name='reqeusts')\n",
  },
  ...[
    "%sx pip install reqeusts",
    "%system pip install reqeusts",
    "pip install reqeusts",
    "pip -q install reqeusts",
    "uv pip install reqeusts",
    "system pip install reqeusts",
    "sx python -m pip install reqeusts",
    "%time import reqeusts",
    "%timeit -n1 -r 1 import reqeusts",
    "%%timeit import reqeusts\npass",
    "%time !pip install reqeusts",
    "%%script python\nimport reqeusts",
    "%%script --bg bash\npip install reqeusts",
    "%%script --out lines /usr/bin/env python3 -u\nimport reqeusts",
    "pip - x; import reqeusts",
  ].map((source) => ({
    path: "model.ipynb",
    trick: source,
    text: JSON.stringify({ cells: [{ cell_type: "code", source }] }),
  })),
  {
    path: "model.ipynb",
    trick: "a key that is written twice",
    text: '{"cells":[{"cell_type":"code","source":"import os","source":"import reqeusts"}]}',
  },
  {
    path: "model.ipynb",
    trick: "a cell's kind that is written twice",
    text: '{"cells":[{"cell_type":"markdown","cell_type":"code","source":"import reqeusts"}]}',
  },
  {
    path: "model.ipynb",
    trick: "metadata that are written twice",
    text: '{"metadata":{"language_info":{"name":"r"}},"metadata":{},"cells":[{"cell_type":"code","source":"import reqeusts"}]}',
  },
  ...[
    { metadata: { language_info: { name: "R" }, kernelspec: { name: "python3" } } },
    { metadata: { kernelspec: { name: "python3", language: "julia" } } },
    { metadata: { kernelspec: { name: "python3" } }, cell: { metadata: { vscode: { languageId: "r" } } } },
  ].map(({ metadata, cell }) => ({
    path: "model.ipynb",
    trick: `another language than the kernel's: ${JSON.stringify({ ...metadata, ...cell })}`,
    text: JSON.stringify({ cells: [{ cell_type: "code", source: "import reqeusts", ...cell }], metadata }),
  })),
  {
    path: "model.ipynb",
    trick: "an old notebook of work sheets",
    text: '{"nbformat":3,"worksheets":[{"cells":[{"cell_type":"code","language":"python","input":"import reqeusts"}]}]}',
  },
  {
    path: "model.ipynb",
    trick: "a command whose output is kept",
    text: '{"cells":[{"cell_type":"code","source":"x = !pip install reqeusts"}]}',
    outOfReach: "commands whose output is kept",
  },
  {
    path: "tox.ini",
    trick: "a reference to another section",
    text: "[x]\nlist = reqeusts\n[testenv]\ndeps = {[x]list}\n",
    outOfReach: "references between the sections",
  },
  { path: "Requirements.TXT", trick: "a file in other letters", text: "reqeusts\n" },
  { path: "README.MD", trick: "a document in capital letters", text: "```sh\npip install reqeusts\n```\n" },
  { path: "main.py", trick: "a string that does not end", text: "x = '''\n'''\nimport reqeusts\n" },
  { path: "install.sh", trick: "a continued line", text: "pip install \\\n  reqe\\\nusts\n" },
  { path: "install.sh", trick: "quotation marks within the word", text: "pip install re'qe'\"usts\"\n" },
  { path: "install.sh", trick: "a backslash in the word", text: "pip install reqe\\usts\n" },
  {
    path: "install.sh",
    trick: "options between",
    text: "python3 -m pip --quiet install -U --no-deps -- reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "a variable",
    text: "p=reqeusts\npip install $p\n",
    outOfReach: "variables of a shell",
  },
  {
    path: "install.sh",
    trick: "a program's whole path",
    text: "/usr/bin/env python3 -m pip install reqeusts\n",
  },
  { path: "install.sh", trick: "quotation marks within the program", text: "p'i'p install reqeusts\n" },
  { path: "install.sh", trick: "a string with a dollar", text: "pip install $'reqeusts'\n" },
  { path: "install.sh", trick: "eval", text: 'eval "pip install reqeusts"\n' },
  { path: "install.sh", trick: "a trap", text: "trap 'pip install reqeusts' EXIT\n" },
  {
    path: "install.sh",
    trick: "an option of Python with a value",
    text: "python3 -W ignore -X dev -m pip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "a caret at the end of a line, which only cmd takes for a continuation",
    text: "echo ^\npip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "a shift that looks like a document",
    text: "((x=1<<EOF))\npip install reqeusts\nEOF\n",
  },
  {
    path: "install.sh",
    trick: "a nested shift that looks like a document",
    text: "((x=((1<<EOF))))\npip install reqeusts\nEOF\n",
  },
  { path: "install.sh", trick: "a shift in a word", text: "echo $((1<<EOF))\npip install reqeusts\nEOF\n" },
  {
    path: "install.sh",
    trick: "a substitution in arithmetic",
    text: "echo $(( $(pip install reqeusts) ))\n",
  },
  {
    path: "install.sh",
    trick: "a substitution in quotation marks",
    text: 'echo "$(pip install reqeusts)"\n',
  },
  {
    path: "install.sh",
    trick: "a substitution in the quotation marks of an assignment",
    text: 'x="a $(pip install "reqeusts")"\n',
  },
  {
    path: "install.sh",
    trick: "a substitution in a document",
    text: "cat <<X\n$(pip install reqeusts)\nX\n",
  },
  { path: "install.sh", trick: "a substitution in braces", text: "echo ${x:-$(pip install reqeusts)}\n" },
  {
    path: "install.sh",
    trick: "a substitution with a pattern in it",
    text: "echo $(case x in x) pip install reqeusts;; esac)\n",
  },
  {
    path: "install.sh",
    trick: "an escaped quote in a string with a dollar",
    text: "echo $'\\''\npip install reqeusts\necho ''\n",
  },
  {
    path: "install.sh",
    trick: "quotation marks within those of a variable",
    text: 'echo "${x:-"\'"}"\npip install reqeusts\necho \'\n',
  },
  {
    path: "install.sh",
    trick: "a redirection that looks like a placeholder",
    text: ': <a"b>"\npip install reqeusts\n: "x"\n',
  },
  { path: "install.sh", trick: "a comment that is none", text: ":\u000b#; pip install reqeusts\n" },
  {
    path: "install.sh",
    trick: "a document whose end is continued",
    text: "cat <<E\nE\\\n\npip install reqeusts\nE\n",
  },
  {
    path: "install.sh",
    trick: "a document that ends in a continued line",
    text: "cat <<EOF\nE\\\nOF\npip install reqeusts\nEOF\n",
  },
  {
    path: "install.sh",
    trick: "a document that does not end in a continued line",
    text: "cat <<E\na\\\nE\n'\nE\npip install reqeusts\n#'\n",
  },
  {
    path: "install.sh",
    trick: "a document with blanks before its end",
    text: "cat <<X\n X\n'\nX\npip install reqeusts\n#'\n",
  },
  {
    path: "install.sh",
    trick: "a document that goes on to a shell",
    text: "cat <<X | bash\npip install reqeusts\nX\n",
  },
  { path: "install.sh", trick: "a document before its shell", text: "<<X bash\npip install reqeusts\nX\n" },
  { path: "install.sh", trick: "a word of prose behind the name", text: "pip install reqeusts any\n" },
  {
    path: "install.sh",
    trick: "a word of prose behind the name, with another tool",
    text: "uv add reqeusts on\n",
  },
  { path: "install.sh", trick: "a folder for sources", text: "pip install --source /tmp reqeusts\n" },
  { path: "install.sh", trick: "the beginning of an option's name", text: "pip --time 3 install reqeusts\n" },
  { path: "install.sh", trick: "eval of several words", text: "eval pip install reqeusts\n" },
  { path: "install.sh", trick: "eval of words that are joined", text: "eval 'pip install' reqeusts\n" },
  {
    path: "install.sh",
    trick: "eval of several commands",
    text: "eval 'pip install' reqeusts';' pip install flask\n",
  },
  { path: "install.sh", trick: "a trap behind a dash", text: "trap -- 'pip install reqeusts' EXIT\n" },
  { path: "install.sh", trick: "a redirection of all output", text: "pip install &>/dev/null reqeusts\n" },
  { path: "install.sh", trick: "a value that is added to", text: "A+=1 A[0]=1 pip install reqeusts\n" },
  { path: "install.sh", trick: "a function", text: "function f { pip install reqeusts; }\nf\n" },
  { path: "install.sh", trick: "a coprocess", text: "coproc pip install reqeusts\n" },
  { path: "install.sh", trick: "a coprocess with a name", text: "coproc f { pip install reqeusts; }\n" },
  {
    path: "install.sh",
    trick: "setsid, which runs the rest of the command",
    text: "setsid pip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "ionice -c3, which runs the rest of the command",
    text: "ionice -c3 pip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "taskset 1, which runs the rest of the command",
    text: "taskset 1 pip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "unshare -n, which runs the rest of the command",
    text: "unshare -n pip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "strace -f, which runs the rest of the command",
    text: "strace -f pip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "chronic, which runs the rest of the command",
    text: "chronic pip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "watch, which runs the rest of the command",
    text: "watch pip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "find",
    text: "find . -exec pip install flask \\; -exec pip install reqeusts \\;\n",
  },
  { path: "install.sh", trick: "pip as a file", text: "python venv/bin/pip install reqeusts\n" },
  {
    path: "install.sh",
    trick: "pip by its inner module",
    text: "python -m pip._internal install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "a script for another shell before an install",
    text: "sudo bash -c 'pip install reqeusts' pip install flask\n",
  },
  { path: "install.sh", trick: "a program's name over two lines", text: "pi\\\np install reqeusts\n" },
  { path: "install.sh", trick: "an optional dependency", text: "poetry add --optional reqeusts\n" },
  { path: "install.sh", trick: "PyPI as the source", text: "poetry add --source pypi reqeusts\n" },
  { path: "install.sh", trick: "an index by its name beside PyPI", text: "uv add --index x reqeusts\n" },
  {
    path: "Dockerfile",
    trick: "a late directive",
    text: "FROM x\n# escape=`\nRUN pip install \\\n  reqeusts\n",
  },
  {
    path: "Dockerfile",
    trick: "a directive behind a comment",
    text: "# a comment\n# escape=`\nFROM x\nRUN true && \\\n  pip install reqeusts\n",
  },
  {
    path: "Dockerfile",
    trick: "a document in a label",
    text: 'FROM x\nLABEL a="<<EOF"\nRUN pip install reqeusts\n',
  },
  {
    path: "Dockerfile",
    trick: "a document in a variable",
    text: "FROM x\nENV a=<<EOF\nRUN pip install reqeusts\n",
  },
  {
    path: "Dockerfile",
    trick: "a document in quotes",
    text: 'FROM x\nRUN echo "<<EOF"\nRUN pip install reqeusts\n',
  },
  {
    path: "Dockerfile",
    trick: "two documents",
    text: "FROM x\nRUN cat <<A && bash <<B\nx\nA\npip install reqeusts\nB\n",
  },
  {
    path: "Dockerfile",
    trick: "a document whose end has a hyphen",
    text: "FROM x\nRUN <<END-X\npip install reqeusts\nEND-X\n",
  },
  {
    path: "Dockerfile",
    trick: "the form of a list behind an option",
    text: 'FROM x\nRUN --mount=type=cache,target=/x ["pip", "install", "reqeusts"]\n',
  },
  {
    path: "Dockerfile",
    trick: "the form of a list in a word over two lines",
    text: 'FROM x\nRUN ["pi\\\np", "install", "reqeusts"]\n',
  },
  {
    path: "Dockerfile",
    trick: "what only begins like a list",
    text: 'FROM x\nRUN [ "x" ] && pip install reqeusts\n',
  },
  {
    path: "Dockerfile",
    trick: "an instruction for later on a line of its own",
    text: "FROM x\nONBUILD \\\nRUN pip install reqeusts\n",
  },
  {
    path: "Dockerfile",
    trick: "an instruction's name over two lines",
    text: "FROM x\nRU\\\nN pip install reqeusts\n",
  },
  {
    path: "Dockerfile",
    trick: "two backslashes, which continue nothing",
    text: "FROM x\nRUN echo \\\\\nRUN pip install reqeusts\n",
  },
  {
    path: "Dockerfile",
    trick: "a backslash before another blank, which continues nothing",
    text: "FROM x\nRUN echo \\\u00a0\nRUN pip install reqeusts\n",
  },
  {
    path: ".github/workflows/x.yml",
    trick: "a caret at the end of a line of a shell that is not named",
    text: "jobs:\n  a:\n    steps:\n      - run: |\n          echo ^\n          pip install reqeusts\n",
  },
  {
    path: "install.sh",
    trick: "braces",
    text: "pip install {reqeusts,flask}\n",
    outOfReach: "braces and backquotes",
  },
  {
    path: "install.sh",
    trick: "backquotes",
    text: "`pip install reqeusts`\n",
    outOfReach: "braces and backquotes",
  },
  {
    path: "install.sh",
    trick: "names from another command",
    text: "echo reqeusts | xargs pip install\n",
    outOfReach: "names that come from another command",
  },
  {
    path: "Dockerfile",
    trick: "blanks behind a backslash",
    text: "FROM x\nRUN pip install \\ \t\n  reqeusts\n",
  },
  {
    path: "Dockerfile",
    trick: "what is done when it runs",
    text: "FROM x\nCMD pip install reqeusts && x\n",
    outOfReach: "what a container does when it runs",
  },
  { path: "dockerfile", trick: "a name in lower case", text: "FROM x\nRUN pip install reqeusts\n" },
  {
    path: "Dockerfile",
    trick: "the form of a list",
    text: 'FROM x\nRUN ["pip", "install", "reqe\\u0075sts"]\n',
  },
  { path: "Dockerfile", trick: "a document within", text: "FROM x\nRUN <<EOF\npip install reqeusts\nEOF\n" },
  {
    path: "Dockerfile",
    trick: "lower case and a continued line",
    text: "from x\nrun pip \\\n# a comment\ninstall reqeusts\n",
  },
];
