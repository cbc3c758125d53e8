/**
 * Lets the generators of `pnpm new` write one of each into a copy of the working tree, runs on them what CI would, and
 * deletes the copy.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { root } from "../src/repository.ts";

const parts = [
  ["event", "mohallamart", "parcel.lost"],
  ["command", "mohallamart/orders", "report-lost-parcel"],
  ["workflow", "mohallamart/orders", "tell-lost-parcel", "parcel.lost"],
  ["vendor", "push", "Acme", "onesignal"],
];

const touched = ["events", "commands", "workflows", "integrations"].map((name) => `--filter=@org/${name}`);
const vitest = ["pnpm", "exec", "vitest", "run"];

/** What CI runs that has to do with the new parts. */
const checks = [
  ["pnpm", "generate"],
  ["pnpm", "lint"],
  ["pnpm", "boundaries"],
  ["pnpm", "exec", "turbo", "run", "typecheck", "check:contracts", "docs:check", ...touched],
  ["pnpm", "workflows", "graph", "--check"],
  [...vitest, "--project=@org/tooling", "exports", "documents"],
  [...vitest, "--project=@org/events", "catalogues", "emitters", "schemas", "public-files"],
  [...vitest, "--project=@org/commands", "report-lost-parcel"],
  [
    ...vitest,
    "--project=@org/integrations",
    "registry",
    "env-example",
    "capability",
    "personal-data",
    "outage",
  ],
  [...vitest, "--project=@org/integrations", "src/contracts.test.ts", "--testNamePattern=Acme"],
  [...vitest, "--project=@org/worker", "env-forms"],
  [...vitest, "--project=@org/workflows", "tell-lost-parcel", "workflow-files"],
  [...vitest, "--project=@org/workflows", "orders/faults", "--testNamePattern=^tell-lost-parcel "],
];

/** The copy has the tree's history, and its files as they are, committed or not. */
function copyOfTree(): string {
  const copy = mkdtempSync(join(tmpdir(), "platform-"));
  execFileSync("git", ["-c", "advice.detachedHead=false", "clone", "--quiet", "--shared", root, copy]);
  const list = (...kinds: string[]) =>
    execFileSync("git", ["ls-files", ...kinds], { cwd: root, encoding: "utf8" })
      .split("\n")
      .filter(Boolean);
  for (const path of list("--deleted")) rmSync(join(copy, path), { force: true });
  for (const path of list("--modified", "--others", "--exclude-standard")) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(copy, path));
  }
  return copy;
}

function run(cwd: string, command: string[]): void {
  const began = performance.now();
  // What the tree has built already need not be built again.
  const parameters = [`TURBO_CACHE_DIR=${join(root, ".turbo/cache")}`, ...command];
  const { status, stdout, stderr } = spawnSync("env", parameters, { cwd, encoding: "utf8" });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  process.stdout.write(`${status === 0 ? "✓" : "✗"} ${command.join(" ")} (${seconds} s)\n`);
  if (status === 0) return;
  throw new Error(`${stdout}\n${stderr}\nWhat \`pnpm new\` writes does not pass: mend turbo/generators.`);
}

const copy = copyOfTree();
try {
  run(copy, ["pnpm", "install", "--frozen-lockfile", "--prefer-offline"]);
  for (const part of parts) run(copy, ["pnpm", "new", ...part]);
  for (const check of checks) run(copy, check);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}
