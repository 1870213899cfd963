/** The workflows that build and publish: pinned to the bytes of what they use, with no more rights than each job needs, and nothing of strangers in a script. */

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly environment?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(".github", "workflows");
const files = readdirSync(folder);

/** What a job may do beyond reading the repository. */
const rights: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "release.yml npm": { "id-token": "write" },
  "release.yml release": { contents: "write" },
  "data.yml refresh": { contents: "write", "pull-requests": "write" },
};

describe.each(files)("%s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  const { on, permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("uses every action by its commit, with the version for people", () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    for (const action of uses) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
    expect(text.match(/uses: \S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/gm)).toHaveLength(uses.length);
  });

  test("may read the repository, and each job only what else it needs", () => {
    expect(permissions).toEqual({ contents: "read" });
    for (const [name, job] of Object.entries(jobs)) {
      const more = Object.entries(job.permissions ?? {}).filter(
        ([right, level]) => `${right}:${level}` !== "contents:read",
      );
      expect(Object.fromEntries(more)).toEqual(rights[`${file} ${name}`] ?? {});
    }
  });

  test("does not run with the repository's rights for strangers", () => {
    expect(Object.keys(on as object)).not.toContain("pull_request_target");
    expect(Object.keys(on as object)).not.toContain("workflow_run");
    expect(Object.keys(on as object)).not.toContain("issue_comment");
  });

  test("leaves no credentials behind and ends in time", () => {
    for (const step of steps) {
      if (step.uses?.startsWith("actions/checkout@")) expect(step.with?.["persist-credentials"]).toBe(false);
    }
    for (const job of Object.values(jobs)) expect(job["timeout-minutes"]).toBeGreaterThan(0);
  });

  test("has no expressions in scripts, which they would become part of", () => {
    for (const { run = "" } of steps) expect(run).not.toContain("${{");
  });

  test("gives secrets only to jobs of an environment, step by step", () => {
    for (const job of Object.values(jobs)) {
      for (const step of job.steps) {
        const secret = Object.values(step.env ?? {}).some((value) => String(value).includes("secrets."));
        if (secret) expect(job.environment).toBeTruthy();
      }
    }
    expect(text.match(/secrets\./g)?.length ?? 0).toBe(
      steps
        .flatMap(({ env = {} }) => Object.values(env))
        .filter((value) => String(value).includes("secrets.")).length,
    );
  });

  test("installs what is locked", () => {
    const scripts = steps.map(({ run = "" }) => run).join("\n");
    expect(scripts).not.toMatch(/\bnpm (?:i|install|exec)\b|npx (?:-y|--yes|\S+@)/);
  });
});

test("a release is tested by every part that needs no editor and no hours", () => {
  const { stderr } = spawnSync(process.execPath, ["scripts/test.mjs", "no-such-part"], { encoding: "utf8" });
  const parts = /The parts: (.*)\./.exec(stderr)?.[1]?.split(", ") ?? [];
  const others = ["editor", "multi-root", "oldest", "newest", "person", "web", "neovim", "emacs"];
  const long = ["bench", "night", "mutation"];
  const wanted = parts.filter((part) => ![...others, ...long].includes(part));
  expect(wanted).toContain("core");
  expect(readFileSync(join(folder, "release.yml"), "utf8")).toContain(`npm test -- ${wanted.join(" ")}\n`);
});

test("the action that others use installs without scripts, and takes no expressions into scripts either", () => {
  const { runs } = parse(readFileSync("action.yml", "utf8")) as { runs: { steps: Step[] } };
  for (const { run = "", uses } of runs.steps) {
    expect(uses).toBeUndefined();
    expect(run).not.toContain("${{");
    if (run.includes("npm install")) expect(run).toContain("--ignore-scripts");
  }
});
