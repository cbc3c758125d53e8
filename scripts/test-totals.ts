/** Adds up vitest's JSON reports in .local/test-results and prints one closing line; exits 1 when anything failed. */
import { readdirSync, readFileSync } from "node:fs";
import process from "node:process";

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
}

const folder = new URL("../.local/test-results/", import.meta.url);
const reports = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name): Report => JSON.parse(readFileSync(new URL(name, folder), "utf8")));

const sum = (pick: (report: Report) => number) => reports.reduce((total, report) => total + pick(report), 0);
const passed = sum((report) => report.numPassedTests);
const failed = sum((report) => report.numFailedTests);
const skipped = sum((report) => report.numPendingTests);

process.stdout.write(
  `Tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
);
process.exit(passed === 0 || failed > 0 || reports.some((report) => !report.success) ? 1 : 0);
