/** Which commands install distributions: `pip install`, `python -m pip install`, `uv tool run`, and what may stand before them. */

import { besideEachOther, type Excerpt } from "./excerpt.ts";
import { optionTakesNext } from "./installOptions.ts";
import { isShell, type Word } from "./shellWordText.ts";

export interface Install {
  readonly tool: string;
  readonly operands: Operands;
  /** What stands behind `pip install`. */
  readonly words: readonly Word[];
}

/**
 * Which operands are requirements: `all` of them; the `rest` behind the first, which is an environment; the first, which
 * is to be `run` with what follows as its own arguments; or `none`, where a script is run.
 */
export type Operands = "all" | "rest" | "run" | "none";

const COMMANDS: ReadonlyMap<string, Operands> = new Map<string, Operands>([
  ["pip install", "all"],
  ["pip download", "all"],
  ["pip wheel", "all"],
  ["uv add", "all"],
  ["uv pip install", "all"],
  ["uv tool install", "all"],
  ["uv tool run", "run"],
  ["uvx", "run"],
  ["uv run", "none"],
  ["poetry add", "all"],
  ["poetry self add", "all"],
  ["pdm add", "all"],
  ["pipenv install", "all"],
  ["pipx install", "all"],
  ["pipx inject", "rest"],
  ["pipx run", "run"],
  ["rye add", "all"],
  ["rye install", "all"],
]);

/** `uv`, `uv pip`: what a further word makes one of those commands. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  [...COMMANDS.keys()].flatMap((command) => {
    const words = command.split(" ");
    return words.slice(1).map((_, index) => words.slice(0, index + 1).join(" "));
  }),
);

/** `uvicorn` is none of them. */
const MENTION = /pip|poetry|pdm|rye|uv(?![a-wyz])/i;
/** Quotes, escapes and continued lines that a word may have between its letters. */
const BETWEEN_LETTERS = /["'\\$^`\r\n]+/g;

/** A cheap look at whether a text can hold one of those commands. */
export function mentionsInstaller(text: string): boolean {
  return MENTION.test(text) || MENTION.test(text.replace(BETWEEN_LETTERS, ""));
}

export function findInstall(words: readonly Word[]): Install | null {
  const first = programIndex(words);
  if (first < 0) return null;
  const isCarrier = CARRIERS.has(programName(words[first]!.text));
  for (let index = first; index < words.length; index++) {
    const install = installAt(words, index);
    if (install !== null || !isCarrier) return install;
  }
  return null;
}

/** The script that a command hands to a shell: `docker run image bash -c "…"`, `eval "…"`, `trap "…" EXIT`. */
export function scriptArgument(words: readonly Word[]): Excerpt | null {
  const first = programIndex(words);
  const program = programName(words[first]?.text ?? "");
  const behind = words.slice(first + 1);
  if (program === "eval") return besideEachOther(behind.filter(({ text }) => text !== "eval"));
  if (program === "trap") return behind.find(({ text }) => !text.startsWith("-")) ?? null;
  if (JOINING.has(program)) return behind.find(({ text }) => /\s/.test(text)) ?? null;
  const shell = words.findIndex(({ text }) => isShell(text) || text === "su");
  const flag = words.findIndex(({ text }, index) => index > shell && /^-[a-z]*c$/.test(text));
  return shell < 0 || flag < 0 ? null : (words[flag + 1] ?? null);
}

/** Where the program of a command stands, behind what a shell skips on its way to it; -1 where nothing is run. */
function programIndex(words: readonly Word[]): number {
  for (let index = 0; index < words.length; index++) {
    const { text } = words[index]!;
    // `function f { …; }` and `coproc f { …; }`.
    if (DEFINING.test(text) && words[index + 2]?.text === "{") index += 2;
    else if (!PREFIX.test(text)) return index;
  }
  return -1;
}

const DEFINING = /^(?:function|coproc)$/;
/** Keywords, assignments, prompts and the flags of Docker's `RUN`. */
const PREFIX =
  /^(?:\w+(?:\[[^\]]*\])?\+?=.*|--?[a-z].*|[!{}$%>\u276f\u279c-]|then|do|else|if|elif|while|until|coproc|RUN)$/s;

/** Programs that run another program, which their arguments name. */
const CARRIERS: ReadonlySet<string> = new Set(
  (
    "sudo doas pkexec su runuser su-exec gosu setpriv env exec command builtin nohup setsid script unbuffer " +
    "time timeout nice ionice chrt taskset numactl stdbuf strace ltrace flock chroot unshare nsenter setarch fakeroot " +
    "xargs parallel find watch entr retry travis_retry chronic eatmydata proxychains proxychains4 torsocks " +
    "cmd start call wsl arch xvfb-run dbus-run-session systemd-run systemd-inhibit caffeinate tini dumb-init " +
    "docker docker-compose podman nerdctl kubectl ssh srun singularity apptainer vagrant heroku " +
    "conda mamba micromamba pixi poetry pdm pipenv uv hatch rye tox pyenv coverage nix-shell"
  ).split(" "),
);
/** Those that hand a word with blanks to a shell. */
const JOINING: ReadonlySet<string> = new Set(["ssh", "watch", "parallel"]);

const INTERPRETER = /^(?:python|pypy|py)w?[\d.]*$/;
/** `$PYTHON`, `${{ matrix.python }}`, `{envpython}`, `%PYTHON%`: what it is shows in the `-m` behind it. */
const VARIABLE = /^["']?(?:[${%].*)$/s;
const PIP_VARIABLE = /^\$\{?\w*pip3?\}?$/i;
const MODULE_FLAG = /^-[A-Za-ln-z]*m([\w.]*)$/;

function installAt(words: readonly Word[], index: number): Install | null {
  const written = words[index]!.text;
  const program = programName(written);
  if (PIP_VARIABLE.test(written)) return subcommand("pip", words, index + 1);
  if (!INTERPRETER.test(program) && !VARIABLE.test(written))
    return subcommand(toolName(program), words, index + 1);

  let flag = index + 1;
  while (words[flag]?.text.startsWith("-") && !MODULE_FLAG.test(words[flag]!.text))
    flag += /^-[WX]$/.test(words[flag]!.text) ? 2 : 1;
  const joined = MODULE_FLAG.exec(words[flag]?.text ?? "")?.[1];
  if (joined === "") return subcommand(moduleTool(words[flag + 1]?.text ?? ""), words, flag + 2);
  if (joined !== undefined) return subcommand(moduleTool(joined), words, flag + 1);
  // `python venv/bin/pip`; but `$ECHO pip` says nothing of what it does.
  return INTERPRETER.test(program)
    ? subcommand(toolName(programName(words[flag]?.text ?? "")), words, flag + 1)
    : null;
}

/** `pip`, `pip.__main__` and `pip._internal` are one program. */
function moduleTool(module: string): string {
  return module.replace(/\..*$/s, "");
}

function subcommand(tool: string, words: readonly Word[], start: number): Install | null {
  let command = tool;
  let position = start;
  while (BEGINNINGS.has(command)) {
    while (words[position]?.text.startsWith("-")) position += optionTakesNext(tool, words[position]!) ? 2 : 1;
    const word = words[position];
    if (word === undefined) return null;
    command += ` ${word.text}`;
    position++;
  }
  const operands = COMMANDS.get(command);
  return operands === undefined ? null : { tool, operands, words: words.slice(position) };
}

/** `/opt/venv/bin/pip` and `Scripts\pip.exe` are `pip`. */
function programName(word: string): string {
  return word.slice(Math.max(word.lastIndexOf("/"), word.lastIndexOf("\\")) + 1).replace(/\.exe$/i, "");
}

function toolName(program: string): string {
  return /^pip-?\d[\d.]*$/.test(program) ? "pip" : program;
}
