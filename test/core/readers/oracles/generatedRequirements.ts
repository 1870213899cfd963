/** Requirement lines and files in all their forms, good and broken, the same for the same seed. */

import { type Random, seededRandom } from "./random.ts";

const names = [
  "requests",
  "Flask_SQLAlchemy",
  "ruamel.yaml",
  "a",
  "A1",
  "zope.interface",
  "x--y",
  "b_.-c",
  "0x10c-asm",
];
const badNames = ["-a", "_a", "a$", "é", "rеquests", "a b", "a/b", ".a", ""];
const releases = ["1", "2.0", "1!2.0", "0.0.1", "2023.8.22", "v1.0", "1.0.0.0"];
const suffixes = [
  "a1",
  ".b2",
  "-rc.3",
  "c4",
  ".post1",
  "-1",
  "_rev2",
  ".dev0",
  "dev",
  "alpha",
  ".preview_1",
  "rc1.post2.dev3",
];
const variables = ["python_version", "python_full_version", "os_name", "sys_platform", "platform_machine"];
const moreVariables = [
  "platform_system",
  "platform_release",
  "implementation_name",
  "extra",
  "os.name",
  "sys.platform",
];
const comparisons = ["==", "!=", "<", "<=", ">", ">=", "~=", "===", " in ", " not in "];

export function generateLines(seed: number, count: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () =>
    random.oneIn(3) ? damage(random, requirement(random)) : requirement(random),
  );
}

function requirement(random: Random): string {
  const name = random.oneIn(20) ? random.pick(badNames) : random.pick(names);
  const extras = random.oneIn(4) ? space(random) + extrasList(random) : "";
  const marker = random.oneIn(3) ? `${space(random)};${space(random)}${markerOf(random, 2)}` : "";
  if (random.oneIn(8)) {
    const url = random.pick([
      "https://example.org/a.zip",
      "git+https://example.org/a.git@main#egg=a",
      "file:///a/b",
    ]);
    return `${name}${extras}${space(random)}@${space(random)}${url}${marker && ` ${marker}`}`;
  }
  const versions = random.oneIn(4) ? "" : versionList(random);
  const isParenthesised = versions !== "" && random.oneIn(5);
  return `${name}${extras}${space(random)}${isParenthesised ? `(${versions})` : versions}${marker}`;
}

function space(random: Random): string {
  return random.pick(["", "", "", " ", "  ", "\t"]);
}

function extrasList(random: Random): string {
  const extras = Array.from({ length: random.below(4) }, () =>
    random.pick(["test", "a.b", "c_d", "E-1", ...(random.oneIn(9) ? ["", "-", "é"] : [])]),
  );
  return `[${space(random)}${extras.join(`${space(random)},${space(random)}`)}${space(random)}]`;
}

function versionList(random: Random): string {
  // Alone, since behind `===` pip takes a comma for a part of the version.
  if (random.oneIn(20)) return `===${space(random)}${version(random)}`;
  const badOperators = random.oneIn(9) ? ["=", "=>", "<>", "!", ""] : [];
  const operators = ["==", "!=", "<", "<=", ">", ">=", "~=", ...badOperators];
  const count = random.pick([1, 1, 2, 3]);
  const chosen = new Set(Array.from({ length: count }, () => random.pick(operators)));
  const clauses = [...chosen].map((operator) => operator + space(random) + version(random));
  return clauses.join(`${space(random)},${space(random)}`);
}

function version(random: Random): string {
  if (random.oneIn(12))
    return random.pick(["latest", "", "1.", "1..0", "*", "1.0.x", "1.0a1b2", "1.0.*", "1-", "x", '"1.0"']);
  const suffix = random.oneIn(4) ? random.pick(suffixes) : "";
  const ending = random.oneIn(8) ? random.pick([".*", "+local", "+local.1-2", "+", "++a"]) : "";
  return random.pick(releases) + suffix + ending;
}

function markerOf(random: Random, depth: number): string {
  if (depth > 0 && random.oneIn(4)) return `(${space(random)}${markerOf(random, depth - 1)}${space(random)})`;
  if (depth > 0 && random.oneIn(4)) {
    return `${markerOf(random, depth - 1)} ${random.pick(["and", "or", "and", "or", "xor"])} ${markerOf(random, depth - 1)}`;
  }
  const left = random.oneIn(8) ? quoted(random) : random.pick([...variables, ...moreVariables]);
  const right = random.oneIn(8)
    ? random.pick(random.oneIn(3) ? ["linux", "3.8", ""] : variables)
    : quoted(random);
  const operator = random.pick(comparisons);
  return `${left}${space(random)}${operator}${space(random)}${right}`;
}

function quoted(random: Random): string {
  return random.pick([
    "'3.8'",
    '"linux"',
    "''",
    "\"a 'b' c\"",
    "'x;y'",
    ...(random.oneIn(9) ? ["'open", '"open'] : []),
  ]);
}

/** Takes a character out, puts one in, or cuts the end off. */
function damage(random: Random, text: string): string {
  const place = random.below(text.length + 1);
  switch (random.below(3)) {
    case 0:
      return text.slice(0, place) + text.slice(place + 1);
    case 1:
      return text.slice(0, place) + random.pick([..."=<>!~;,()[]@ '\"*.#$&-x1é"]) + text.slice(place);
    default:
      return text.slice(0, place);
  }
}

const options = [
  "-r base.txt",
  "-rdev.txt",
  "--requirement=more.txt",
  '--requirement "white space.txt"',
  "-c constraints.txt",
  "--constraint  'constraints 2.txt'",
  "-i https://example.org/simple",
  "--index-url=https://example.org/simple",
  "--extra-index-url https://example.org/simple --trusted-host example.org",
  "--no-binary :all:",
  "--only-binary=requests",
  "--pre",
  "-f wheels",
  "--no-index",
  "--prefer-binary -r last.txt",
  "-e git+https://example.org/a.git#egg=editable",
  "--requirem short.txt",
  "--cons=short.txt",
  "--extra-index https://example.org/simple",
  "--find wheels --no-bin :all: --pref",
  "--edit git+https://example.org/a.git#egg=short",
  "--editable=git+ssh://git@example.org/a.git@v1#subdirectory=x&egg=zope.event",
];

const lineEnds = [
  "\n",
  "\n",
  "\n",
  "\r\n",
  "\r",
  "\n\n",
  "\n# comment\n",
  "\n   # comment \\\n",
  "\f",
  "\u2028",
  "\x85",
  "\v",
  "\x1c",
  "\x1d\x1e",
];
/** What Python strips from a line's ends besides what breaks lines; JavaScript strips not all of it, and more. */
const blanks = [" ", "\t", "\u00a0", "    ", "\x1f", "\u3000", " \x1f "];
const comments = ["  # comment", " #comment", "\t# a # b", "\x1f# c", " # namesake: ignore", "#no-comment"];
const continuation = ["\\\n", "\\\r\n", " \\\n    ", "\\\\\n"];
const locations = [
  "https://example.org/a.zip",
  "git+https://example.org/a.git#egg=Some_Name",
  "./wheel_name-1.0-py3-none-any.whl",
  "https://example.org/other.wheel-1.0-1-py2.py3-none-any.whl#sha256=aa",
  "some-archive-1.0.tar.gz",
];

/** Files whose option lines are good, since one bad option makes pip refuse the whole file. */
export function generateFiles(seed: number, count: number): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const mark = random.oneIn(6) ? "\ufeff" : "";
    const lineEnd = random.pick(["\n", "\r\n"]);
    const lines = Array.from(
      { length: 1 + random.below(12) },
      () => fileLine(random) + (random.oneIn(4) ? random.pick(lineEnds) : lineEnd),
    );
    const text = mark + lines.join("");
    return random.oneIn(4) ? text.trimEnd() : text;
  });
}

function fileLine(random: Random): string {
  const indentation = random.oneIn(6) ? random.pick(blanks) : "";
  const ending = random.oneIn(6) ? random.pick(blanks) : "";
  const comment = ending + (random.oneIn(5) ? random.pick(comments) : "");
  if (random.oneIn(5)) return indentation + random.pick(options) + random.pick(["", "", "  # comment"]);
  if (random.oneIn(8)) return indentation + random.pick(locations) + comment;
  const line = split(random, requirement(random).replace(/\s-|['"]open/g, ""));
  const hash = `${random.pick(continuation)}--hash=sha256:0a`;
  const hashes = random.oneIn(4) ? ` ${hash} ${hash}` : "";
  return indentation + line + hashes + comment;
}

/** Breaks a line in two with a backslash, mostly where white space is. */
function split(random: Random, line: string): string {
  if (!random.oneIn(4)) return line;
  const space = line.indexOf(" ");
  const place = space < 0 || random.oneIn(4) ? random.below(line.length) : space;
  return line.slice(0, place) + random.pick(continuation) + line.slice(place);
}
