/**
 * `pnpm test`: builds, then runs every test; what stands behind it goes to vitest. `pnpm test --changed` runs the tests
 * of what is not committed yet, and builds only what they use.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { selectTests } from "../src/changed/select-tests.ts";
import { readManifest, root } from "../src/repository.ts";
import { runTests } from "../src/test-results/run-tests.ts";

function run(command: string, ...parameters: string[]): void {
  const { status } = spawnSync(command, parameters, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

/** One worker more than there are cores: many files start servers and wait for them. */
const workers = availableParallelism() + 1;

function runVitest(name: string, ...parameters: string[]): void {
  const status = runTests(name, [`--maxWorkers=${workers}`, ...parameters], process.env);
  if (status !== 0) process.exit(status);
}

function build(...filters: string[]): void {
  run("turbo", "run", "build", "--output-logs=errors-only", ...filters);
}

function list(...parameters: string[]): string[] {
  return execFileSync("git", parameters, { cwd: root, encoding: "utf8" }).split("\n").filter(Boolean);
}

function runChanged(forVitest: string[]): void {
  const sources = list("ls-files", "--cached", "--others", "--exclude-standard", "--", "*.ts", "*.tsx")
    .filter((path) => existsSync(join(root, path)))
    .map((path) => [path, readFileSync(join(root, path), "utf8")] as const);
  const changed = [
    ...list("diff", "--name-only", "HEAD"),
    ...list("ls-files", "--others", "--exclude-standard"),
  ];
  const { tests, faults } = selectTests(changed, new Map(sources));
  const files = [...tests, ...faults.files];
  if (files.length === 0) {
    process.stdout.write("No test is about what changed since the last commit. `pnpm test` runs them all.\n");
    return;
  }
  const homes = [...new Set(files.map((file) => file.split("/").slice(0, 2).join("/")))];
  // Tests run their own package's sources and what other packages have built.
  build(...homes.map((home) => `--filter=${readManifest(home).name}^...`));
  if (tests.length > 0) runVitest("test", ...forVitest, ...tests);
  if (faults.files.length > 0) {
    const names = `^(${faults.workflows.join("|")}) `;
    runVitest("faults", ...forVitest, ...faults.files, `--testNamePattern=${names}`);
  }
}

const given = process.argv.slice(2);
if (given.includes("--changed")) {
  runChanged(given.filter((argument) => argument !== "--changed"));
} else {
  build();
  runVitest("test", ...given);
}
