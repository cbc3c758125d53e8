import { comparedVersion, isCompared } from "../compared.ts";

export interface CaseResult {
  status: "passed" | "failed" | "skipped";
  milliseconds: number;
  /** Why it failed. */
  error?: string;
}

/** What came out at one address. */
export interface ServerResult {
  address: string;
  /** What the server does not tell or cannot do; cases that need it are skipped. */
  without: readonly string[];
  /** By the name of the case, as in `events > takes an event id only once`. */
  cases: ReadonlyMap<string, CaseResult>;
}

const symbols = { passed: "pass", failed: "FAIL", skipped: "skip" } as const;

/** One line per case with a column per server; the last says whether Inngest's own server was seen to do the same. */
export function reportTable(results: readonly ServerResult[]): string {
  const names = namesOf(results);
  const width = Math.max(4, ...names.map((name) => name.length));
  const lines = names.map((name) => {
    const cells = results.map(({ cases }) => symbols[cases.get(name)?.status ?? "skipped"]);
    return `${name.padEnd(width)}  ${cells.join("  ")}${isCompared(name) ? `  ${comparedVersion}` : ""}`;
  });
  return [...results.map(summary), "", ...lines, "", ...differences(results, names)].join("\n");
}

function summary({ address, without, cases }: ServerResult): string {
  const count = (status: CaseResult["status"]) =>
    [...cases.values()].filter((result) => result.status === status).length;
  const lacks = without.length === 0 ? "" : ` (without ${without.join(", ")})`;
  return `${address}${lacks}: ${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`;
}

function differences(results: readonly ServerResult[], names: readonly string[]): string[] {
  const [first, second] = results;
  if (!first || !second) return [];
  const differing = names.filter((name) => first.cases.get(name)?.status !== second.cases.get(name)?.status);
  return [`${differing.length} cases differ`, ...differing.map((name) => `  ${name}`)];
}

/** The same for programs. */
export function reportJson(results: readonly ServerResult[]): string {
  const servers = results.map(({ address, without }) => ({ address, without }));
  const cases = namesOf(results).map((name) => ({
    name,
    ...(isCompared(name) ? { comparedWith: comparedVersion } : {}),
    results: results.map((result) => result.cases.get(name) ?? null),
  }));
  return `${JSON.stringify({ servers, cases }, null, 2)}\n`;
}

function namesOf(results: readonly ServerResult[]): string[] {
  return [...new Set(results.flatMap(({ cases }) => [...cases.keys()]))];
}
