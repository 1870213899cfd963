/** What docs/ci.md, action.yml and .pre-commit-hooks.yaml promise, done with the package that npm would publish and without a network. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { packageForNpm } from "../../scripts/npm/package.mjs";
import { readBlocks } from "../docs/markdown.ts";
import { commit, git, makeRepository } from "./repository.ts";

const place = await mkdtemp(join(tmpdir(), "namesake-ci-"));
afterAll(() => rm(place, { recursive: true, force: true }));
const tarball = await packageForNpm(place);
const offline = {
  npm_config_offline: "true",
  npm_config_cache: join(place, "npm-cache"),
  npm_config_userconfig: join(place, "npmrc"),
};
const hasBash = spawnSync("bash", ["--version"]).status === 0;
if (!hasBash) console.log("left out: there is no bash, which the steps are written in");

/** A repository whose last commit adds `reqeusts` to a file that had `numpyy`. */
function repository(): string {
  const folder = makeRepository({ before: "", after: "", disk: "" }, "disk");
  writeFileSync(join(folder, "requirements.txt"), "numpyy\n");
  commit(folder);
  writeFileSync(join(folder, "requirements.txt"), "numpyy\nreqeusts\n");
  commit(folder);
  return folder;
}

function bash(script: string, cwd: string, env: Record<string, string>) {
  return spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, ...offline, ...env },
  });
}

describe.skipIf(!hasBash)("the action", () => {
  interface Step {
    readonly run: string;
    readonly env: Record<string, string>;
  }
  const action = parse(readFileSync("action.yml", "utf8")) as {
    readonly inputs: Record<string, { readonly default: string }>;
    readonly runs: { readonly steps: readonly Step[] };
  };

  function run(inputs: Record<string, string>, folder = repository()) {
    const temporary = join(folder, ".git", "runner");
    mkdirSync(temporary);
    const summary = join(temporary, "job-summary.md");
    const inputOf = (name: string): string => {
      const input = action.inputs[name];
      if (!input) throw new Error(`action.yml has no input ${name}`);
      return inputs[name] ?? input.default;
    };
    let result: ReturnType<typeof bash> | undefined;
    for (const { run, env } of action.runs.steps) {
      expect(run, "inputs reach a script by its environment alone").not.toContain("${{");
      const values = Object.fromEntries(
        Object.entries(env).map(([key, value]) => [
          key,
          value.replace(/\$\{\{ inputs\.(\w+) \}\}/g, (_, name: string) => inputOf(name)),
        ]),
      );
      result = bash(run, folder, { ...values, RUNNER_TEMP: temporary, GITHUB_STEP_SUMMARY: summary });
      if (result.status !== 0) break;
    }
    return {
      status: result?.status,
      out: result?.stdout ?? "",
      error: result?.stderr ?? "",
      summary: existsSync(summary) ? readFileSync(summary, "utf8") : "",
      folder,
    };
  }

  test("annotates all names, and fails where one is wrong", () => {
    const { status, out, summary } = run({ package: tarball });
    expect(status).toBe(1);
    expect(out.match(/^::warning file=requirements.txt,line=\d/gm)).toHaveLength(2);
    expect(summary).toContain("1 file checked, 2 findings");
  });

  test("reports what a change adds, and writes SARIF", () => {
    const { status, out, folder } = run({
      package: tarball,
      since: "HEAD^1",
      sarif: "out put.sarif",
      summary: "false",
    });
    expect(status).toBe(1);
    expect(out.match(/^::/gm)).toHaveLength(1);
    const { runs } = JSON.parse(readFileSync(join(folder, "out put.sarif"), "utf8"));
    expect(runs[0].results).toHaveLength(1);
  });

  test("passes where nothing is wrong, and takes several paths", () => {
    const folder = repository();
    for (const name of ["a b", "-c"]) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "requirements.txt"), "requests\n");
    }
    const { status, out, summary } = run({ package: tarball, paths: "a b\n-c\n" }, folder);
    expect([status, out]).toEqual([0, ""]);
    expect(summary).toContain("2 files checked, nothing to report.");
  });

  test("takes a sensitivity, and no other text for one", () => {
    expect(run({ package: tarball, sensitivity: "quiet" }).status).toBe(1);
    const { status, error } = run({ package: tarball, sensitivity: '"; touch x; "' });
    expect(status).toBe(2);
    expect(error).toContain("--sensitivity is");
  });

  test("says what is missing", () => {
    const { status, error } = run({ package: tarball, since: "no-such-branch" });
    expect(status).toBe(2);
    expect(error).toContain("this repository has no revision 'no-such-branch'.");
  });
});

describe.skipIf(!hasBash)("the recipe for GitLab", () => {
  test("reports what a merge request adds", () => {
    const recipe = readBlocks(readFileSync("docs/ci.md", "utf8")).find(
      ({ file }) => file === "gitlab-ci.yml",
    );
    const { namesake } = parse(recipe?.text ?? "") as {
      namesake: { script: string[]; artifacts: { reports: { codequality: string } } };
    };
    const folder = repository();
    const prefix = join(place, "gitlab");
    mkdirSync(prefix);
    const { status, stdout } = bash(namesake.script.join("\n"), folder, {
      NAMESAKE_PACKAGE: tarball,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git(folder, "rev-parse", "HEAD~1").trim(),
      npm_config_prefix: prefix,
      PATH: [join(prefix, "bin"), prefix, process.env.PATH].join(delimiter),
    });
    expect(status).toBe(1);
    expect(stdout).toContain("requirements.txt:2:1 warning typosquat");
    const report = JSON.parse(readFileSync(join(folder, namesake.artifacts.reports.codequality), "utf8"));
    expect(report).toMatchObject([{ check_name: "typosquat", location: { lines: { begin: 2 } } }]);
  });
});

describe.skipIf(!hasBash)("the pre-commit hook", () => {
  const [hook] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8")) as { entry: string }[];

  test("runs as git's own hook, on what is staged", () => {
    const folder = repository();
    const installed = join(place, "hook");
    const install = bash(`npm install --prefix '${installed}' --no-save '${tarball}'`, folder, {});
    expect(install.status, install.stderr).toBe(0);
    const path = [join(installed, "node_modules", ".bin"), process.env.PATH].join(delimiter);
    writeFileSync(join(folder, ".git", "hooks", "pre-commit"), `#!/bin/sh\nexec ${hook?.entry}\n`, {
      mode: 0o755,
    });
    const tryCommit = () =>
      bash("git -c user.name=T -c user.email=t@example.com commit -qm x", folder, { PATH: path });

    writeFileSync(join(folder, "requirements.txt"), "numpyy\nreqeusts\nflask\n");
    git(folder, "add", "--all");
    expect(tryCommit().status).toBe(0);
    writeFileSync(join(folder, "requirements.txt"), "numpyy\nreqeusts\npandass\n");
    git(folder, "add", "--all");
    const refused = tryCommit();
    expect(refused.status).toBe(1);
    expect(refused.stdout + refused.stderr).toContain("requirements.txt:3:1 warning typosquat 'pandass'");
  });
});
