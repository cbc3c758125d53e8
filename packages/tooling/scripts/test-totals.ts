/** Adds up the reports of CI's test runs and prints one closing line; exits 1 when anything failed. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { readReport } from "../src/test-results/report.ts";
import { results } from "../src/test-results/run-tests.ts";
import { totalsOf } from "../src/test-results/second-look.ts";

const files = readdirSync(results).filter((name) => name.endsWith(".json"));
const reports = new Map(
  files.map((name) => [name.slice(0, -".json".length), readReport(join(results, name))]),
);
const { passed, failed, skipped, unsteady } = totalsOf(reports);

for (const test of unsteady) {
  process.stdout.write(`::warning::Failed once and passed when run again alone: ${test}\n`);
}
const notRun = skipped > 0 ? `, ${skipped} skipped` : "";
const unsure = unsteady.length > 0 ? `, ${unsteady.length} files unsteady` : "";
process.stdout.write(`Tests: ${passed} passed, ${failed} failed${notRun}${unsure}\n`);
process.exit(passed === 0 || failed > 0 ? 1 : 0);
