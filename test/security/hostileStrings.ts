/** Texts that strangers could write where a name, a path, a reason or an address belongs, each to act where it is shown. */

const start = "\u001b";
const bell = "\u0007";

export const hostileStrings: Readonly<Record<string, string>> = {
  "a line break": "reqeusts\n::error::x",
  "a carriage return": "reqeusts\rx",
  "both line ends": "reqeusts\r\n| x |\r\n\r\n# Title\r\n",
  "a line separator": "reqeusts\u2028x\u2029y\u0085z",
  NUL: "reqeusts\0x",
  "a terminal's colour": `${start}[31mreqeusts`,
  "a terminal's title": `${start}]0;title${bell}reqeusts`,
  "a terminal's link": `${start}]8;;https://evil.example/${start}\\reqeusts${start}]8;;${start}\\`,
  "a control character of eight bits": "\u009b31mreqeusts\u009d8;;x\u009c",
  "a backspace": "evil\b\b\b\breqeusts\u007f",
  "a workflow command": "::error::reqeusts",
  "a workflow command's end": "reqeusts,line=1::x%0A::warning::y%3A%2C%25",
  "the old form of a workflow command": "##[error]reqeusts",
  backticks: "`reqeusts` ``` ~~~",
  "a command link": "[reqeusts](command:workbench.action.quit)",
  "a command link with a title": '[reqeusts](command:workbench.action.quit "x")',
  "a web link": "[reqeusts](https://evil.example/)",
  "a reference link": "[reqeusts]: https://evil.example/ 'x'",
  "a bare link": "https://evil.example/reqeusts www.evil.example a@evil.example",
  "a link in angle brackets": "<https://evil.example/>reqeusts",
  "an image": "![reqeusts](https://evil.example/x.png)",
  "an image of HTML": '<img src=x onerror="alert(1)">reqeusts',
  "a script": "<script>alert(1)</script>reqeusts&lt;b&gt;&#60;",
  "the end of a comment": "--><b>reqeusts</b><!--",
  pipes: "reqeusts | x | y |\\| z",
  "a heading": "# reqeusts",
  emphasis: "**reqeusts** _x_ ~~y~~ $z$",
  "an icon of VS Code": "$(error) reqeusts",
  "a mention": "@everyone reqeusts #1",
  "an end of a link's address": "reqeusts)[x](command:y)",
  "characters that turn the direction": "reqeusts\u202etxt.\u2066x\u2069",
  "characters without width": "req\u200beu\u200dsts\ufeff\u00ad",
  "letters of tags": "reqeusts\u{e0041}\u{e007f}",
  "half of a pair": "reqeusts\ud800",
  "the other half": "\udc00reqeusts",
  "an expression of JavaScript": "\u0024{process.exit(1)}reqeusts$&$`$'$$",
  "a placeholder": "{name} {target} {0} {reqeusts}",
  "a format of printf": "%s%n%d reqeusts",
  "an expression of a workflow": "\u0024{{ github.token }}reqeusts",
  "the end of JSON": '"}],"reqeusts":[{"x":"',
  "a backslash": 'reqeusts\\"\\u0022\\',
  "the prototype": "__proto__",
  "the constructor": "constructor",
  "a method of all objects": "toString",
  "a way out of the folder": "../../../reqeusts",
  "the start of an option": "--reqeusts",
  "white space alone": "\t \u00a0\u3000",
  empty: "",
  "very long": "reqeusts-".repeat(20_000),
  "very long, of pairs": "😀".repeat(10_000),
  "many combining marks": `reqeusts${"\u0301".repeat(2000)}`,
};

/** Without what nobody can call a file: no system takes a slash or NUL in a name, or more than 255 bytes. */
export const hostileFileNames: readonly string[] = Object.values(hostileStrings).filter(
  (text) => text.trim() !== "" && !/[/\\\0\p{Cs}]/u.test(text) && Buffer.byteLength(text) < 200,
);

/** What a terminal or a log would obey; line breaks and tabs between our own words are none. */
export const obeyed = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
