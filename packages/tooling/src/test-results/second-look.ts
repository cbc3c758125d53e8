import { failedFiles, type Report } from "./report.ts";

/** More failed files than these are no accident of a busy machine. */
const mostFiles = 3;

/** Ends the name of the report about files that were run again. */
export const again = "-again";

/** The files that a second run alone could clear; none where too many failed, or something beside the tests. */
export function filesToRunAgain(report: Report): string[] {
  const failed = failedFiles(report).map(({ name }) => name);
  return failed.length <= mostFiles ? failed : [];
}

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  /** Tests that failed once and passed when their file was run again alone, with their file. */
  unsteady: string[];
}

/** Adds reports up by their names. A file that was run again counts as it did then. */
export function totalsOf(reports: ReadonlyMap<string, Report>): Totals {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0, unsteady: [] };
  for (const [name, report] of reports) {
    const second = name.endsWith(again) ? undefined : reports.get(`${name}${again}`);
    const isSecond = name.endsWith(again);
    if (!isSecond) {
      totals.passed += report.numPassedTests;
      totals.skipped += report.numPendingTests;
    }
    if (second?.success) {
      totals.passed += report.numFailedTests;
      totals.unsteady.push(...failuresOf(report));
    }
    if (!second) totals.failed += failuresIn(report);
  }
  return totals;
}

/** At least one where a run failed, also when no test did: a file that cannot be loaded has none. */
function failuresIn({ success, numFailedTests }: Report): number {
  return success ? 0 : Math.max(1, numFailedTests);
}

function failuresOf(report: Report): string[] {
  return failedFiles(report).map(({ name, assertionResults }) => {
    const tests = assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => fullName);
    return tests.length > 0 ? `${name}: ${tests.join("; ")}` : name;
  });
}
