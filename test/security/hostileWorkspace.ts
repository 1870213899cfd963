/** A folder with everything in it that other tools run, load or follow. Whatever of it runs leaves a file `ran` behind. */

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const writes = (ran: string): string => `require("node:fs").writeFileSync(${JSON.stringify(ran)}, "")`;

export interface HostileWorkspace {
  readonly folder: string;
  /** Beside it: a Python environment, and a file with a secret. */
  readonly outside: string;
  readonly interpreter: string;
  /** Is there once anything of it has run. */
  readonly ran: string;
}

export function makeHostileWorkspace(): HostileWorkspace {
  const place = temporaryFolder({});
  const [folder, outside, ran] = ["project", "outside", "ran"].map((name) => join(place, name)) as [
    string,
    string,
    string,
  ];
  const javaScript = writes(ran);
  const python = `open(${JSON.stringify(ran)}, "w")\n`;
  const files: Readonly<Record<string, string>> = {
    "package.json": JSON.stringify({
      main: "index.js",
      type: "module",
      scripts: { preinstall: `touch ${ran}` },
    }),
    "index.js": javaScript,
    "node_modules/yaml/index.js": javaScript,
    "node_modules/.hooks.js": javaScript,
    ".npmrc": `node-options=--require=${join(folder, "index.js")}\n`,
    "namesake.config.js": javaScript,
    "namesake.json": JSON.stringify({
      $schema: "http://127.0.0.1:9/schema.json",
      indexUrl: "http://127.0.0.1:9/simple/",
      include: ["**/*"],
      extends: "./index.js",
    }),
    ".vscode/settings.json": JSON.stringify({
      "namesake.indexUrl": "http://127.0.0.1:9/simple/",
      "python.defaultInterpreterPath": join(folder, "bin/python"),
    }),
    "bin/python": `#!/bin/sh\ntouch ${ran}\n`,
    "setup.py": `${python}setup(install_requires=["reqeusts"])\n`,
    "sitecustomize.py": python,
    "main.py": `${python}import reqeusts\nexec("import os")\n`,
    "requirements.txt":
      "--index-url http://127.0.0.1:9/simple/\nreqeusts\nnumpyy @ http://127.0.0.1:9/x.zip\n-r ../outside/secret.txt\n-r http://127.0.0.1:9/r.txt\n-e git+ssh://127.0.0.1:9/x#egg=flaskk\n",
    "pyproject.toml":
      '[build-system]\nrequires = ["reqeusts"]\nbuild-backend = "evil"\nbackend-path = ["."]\n[tool.namesake]\n',
    "environment.yml": `dependencies:\n  - pip:\n    - !!js/function "function () { ${javaScript.replaceAll('"', "'")} }"\n    - !!python/object/apply:os.system ["touch ${ran}"]\n    - reqeusts\n`,
    "book.ipynb":
      '{"cells": [{"cell_type": "code", "source": ["!pip install reqeusts\\n", "import reqeusts"]}]}',
    Dockerfile: "FROM x\nRUN pip install reqeusts\n",
    "install.sh": `touch ${ran}\npip install reqeusts $(touch ${ran})\n`,
    ".venv/lib/python3.12/site-packages/numpyy-1.dist-info/METADATA": "Name: numpyy\n",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  chmodSync(join(folder, "bin/python"), 0o755);
  const packages = join(outside, "lib/python3.12/site-packages");
  mkdirSync(join(packages, "flask-3.0.dist-info"), { recursive: true });
  writeFileSync(join(packages, "flask-3.0.dist-info", "METADATA"), "Name: flask\n");
  writeFileSync(join(packages, "evil.pth"), "import os\n");
  mkdirSync(join(outside, "bin"));
  writeFileSync(join(outside, "bin/python"), `#!/bin/sh\ntouch ${ran}\n`, { mode: 0o755 });
  writeFileSync(join(outside, "secret.txt"), "flaskk\n");
  return { folder, outside, interpreter: join(outside, "bin/python"), ran };
}

/** Adds what only POSIX systems have, each to keep a reader waiting or to lead it out. Undone when the test is over. */
export async function addSpecialFiles({ folder, outside }: HostileWorkspace): Promise<() => Promise<void>> {
  for (const name of [
    "pipe-requirements.txt",
    "sub/namesake.json",
    "pipes/.gitignore",
    "pipes/pyproject.toml",
  ]) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    execFileSync("mkfifo", [join(folder, name)]);
  }
  symlinkSync(folder, join(folder, "loop"));
  symlinkSync("self", join(folder, "self"));
  symlinkSync(join(outside, "secret.txt"), join(folder, "linked-requirements.txt"));
  symlinkSync(outside, join(folder, "linked"));
  const odd = join(folder, "odd\nname\u001b[31m");
  mkdirSync(odd);
  writeFileSync(join(odd, "requirements.txt"), "pandass\n");
  const closed = join(folder, "closed");
  mkdirSync(closed);
  writeFileSync(join(closed, "requirements.txt"), "reqeusts\n");
  chmodSync(closed, 0);
  const socket = createServer();
  await new Promise<void>((done) => socket.listen(join(folder, "socket-requirements.txt"), done));
  return async () => {
    chmodSync(closed, 0o755);
    await new Promise((done) => socket.close(done));
  };
}
