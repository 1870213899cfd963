/** Which commands install distributions: `pip install`, `python -m pip install`, `uv tool run`, and what may stand before them. */

import { optionTakesNext } from "./installOptions.ts";
import { isShell, type Word } from "./shellWords.ts";

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

/** A cheap look at whether a text can hold one of those commands. */
export function mentionsInstaller(text: string): boolean {
  // Quotes and backslashes in a word are none of it.
  return /p["'\\]*i["'\\]*p|uvx?[\s"']|poetry|pdm|rye/i.test(text);
}

export function findInstall(words: readonly Word[]): Install | null {
  const first = words.findIndex(({ text }) => !PREFIX.test(text));
  if (first < 0) return null;
  const isCarrier = CARRIERS.has(programName(words[first]!.text));
  for (let index = first; index < words.length; index++) {
    const install = installAt(words, index);
    if (install !== null || !isCarrier) return install;
  }
  return null;
}

/** The script that a command hands to a shell: `docker run image bash -c "…"`, `eval "…"`, `trap "…" EXIT`. */
export function scriptArgument(words: readonly Word[]): Word | null {
  const first = words.findIndex(({ text }) => !PREFIX.test(text));
  if (/^(?:eval|trap)$/.test(words[first]?.text ?? "")) return words[first + 1] ?? null;
  const shell = words.findIndex(({ text }) => isShell(text) || text === "su");
  const flag = words.findIndex(({ text }, index) => index > shell && /^-[a-z]*c$/.test(text));
  return shell < 0 || flag < 0 ? null : (words[flag + 1] ?? null);
}

/** What a shell skips on its way to a command's name, prompts and the flags of Docker's `RUN` included. */
const PREFIX = /^(?:\w+=.*|--?[a-z].*|[!{}$%>\u276f\u279c-]|then|do|else|if|elif|while|until|RUN)$/s;

/** Programs that run another program, which their arguments name. */
const CARRIERS: ReadonlySet<string> = new Set(
  (
    "sudo doas env time timeout nohup nice exec command builtin xargs retry travis_retry stdbuf script cmd start call su " +
    "docker docker-compose podman kubectl ssh conda mamba micromamba pixi srun singularity apptainer poetry pdm pipenv " +
    "uv hatch rye tox pyenv vagrant heroku wsl arch gosu runuser chroot xvfb-run coverage nix-shell"
  ).split(" "),
);

const INTERPRETER = /^(?:python|pypy|py)w?[\d.]*$/;
/** `$PYTHON`, `${{ matrix.python }}`, `{envpython}`, `%PYTHON%`: what it is shows in the `-m` behind it. */
const VARIABLE = /^["']?(?:[${%].*)$/s;
const PIP_VARIABLE = /^\$\{?\w*pip3?\}?$/i;
const MODULE_FLAG = /^-[A-Za-ln-z]*m(\w*)$/;

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
  if (joined === undefined) return null;
  return joined === ""
    ? subcommand(toolName(words[flag + 1]?.text ?? ""), words, flag + 2)
    : subcommand(toolName(joined), words, flag + 1);
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
