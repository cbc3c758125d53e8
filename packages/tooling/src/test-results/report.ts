import { readFileSync } from "node:fs";

/** What vitest writes with `--reporter=json`, as far as it is read here. */
export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  success: boolean;
  testResults: readonly FileResult[];
}

interface FileResult {
  /** The file's path. */
  name: string;
  status: string;
  assertionResults: readonly { fullName: string; status: string }[];
}

export function readReport(path: string): Report {
  return JSON.parse(readFileSync(path, "utf8"));
}

export function failedFiles({ testResults }: Report): FileResult[] {
  return testResults.filter(({ status }) => status === "failed");
}
