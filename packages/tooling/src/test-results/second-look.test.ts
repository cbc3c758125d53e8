import { describe, expect, it } from "vitest";
import type { Report } from "./report.ts";
import { filesToRunAgain, totalsOf } from "./second-look.ts";

type Files = Record<string, Record<string, "passed" | "failed" | "skipped">>;

function reportOf(files: Files): Report {
  const testResults = Object.entries(files).map(([name, tests]) => {
    const assertionResults = Object.entries(tests).map(([fullName, status]) => ({ fullName, status }));
    // A file that cannot be loaded fails without tests.
    const isFailed =
      assertionResults.length === 0 || assertionResults.some(({ status }) => status === "failed");
    return { name, status: isFailed ? "failed" : "passed", assertionResults };
  });
  const count = (wanted: string) =>
    testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === wanted)
      .length;
  return {
    numPassedTests: count("passed"),
    numFailedTests: count("failed"),
    numPendingTests: count("skipped"),
    success: testResults.every(({ status }) => status === "passed"),
    testResults,
  };
}

const failing = (count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`f${n}.test.ts`, { a: "failed" }]));

describe("files that are run again", () => {
  it("are the failed ones, also one that cannot be loaded", () => {
    const report = reportOf({
      "a.test.ts": { one: "passed" },
      "b.test.ts": { two: "failed" },
      "c.test.ts": {},
    });
    expect(filesToRunAgain(report)).toEqual(["b.test.ts", "c.test.ts"]);
  });

  it("are none when more than a few failed", () => {
    expect(filesToRunAgain(reportOf(failing(3)))).toHaveLength(3);
    expect(filesToRunAgain(reportOf(failing(4)))).toEqual([]);
  });
});

describe("totals", () => {
  const first = reportOf({
    "a.test.ts": { one: "passed", two: "skipped" },
    "b.test.ts": { three: "failed", four: "passed" },
  });

  it("of a run that failed and was not run again are its own", () => {
    expect(totalsOf(new Map([["test", first]]))).toEqual({ passed: 2, failed: 1, skipped: 1, unsteady: [] });
  });

  it("count what passed alone as passed, and name it", () => {
    const second = reportOf({ "b.test.ts": { three: "passed", four: "passed" } });
    const totals = totalsOf(
      new Map([
        ["test", first],
        ["test-again", second],
      ]),
    );
    expect(totals).toEqual({ passed: 3, failed: 0, skipped: 1, unsteady: ["b.test.ts: three"] });
  });

  it("count what failed alone too as failed", () => {
    const second = reportOf({ "b.test.ts": { three: "failed", four: "passed" } });
    const totals = totalsOf(
      new Map([
        ["test", first],
        ["test-again", second],
      ]),
    );
    expect(totals).toMatchObject({ failed: 1, unsteady: [] });
  });

  it("count a file that cannot be loaded as a failure", () => {
    expect(totalsOf(new Map([["browser", reportOf({ "c.test.ts": {} })]])).failed).toBe(1);
  });
});
