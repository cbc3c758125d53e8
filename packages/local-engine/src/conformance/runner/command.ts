import { writeFileSync } from "node:fs";
import { reportJson, reportTable, type ServerResult } from "./report.ts";
import { type ConformanceOptions, proveServer } from "./run.ts";

/**
 * `local-engine conformance`. Resolves to the exit code: 0 when every case passed at every address, otherwise 1.
 * @throws Error when a server does not answer, or no case has the text in its name.
 */
export async function runConformance(
  options: ConformanceOptions,
  print: (text: string) => void,
): Promise<number> {
  const results: ServerResult[] = [];
  for (const address of options.addresses) {
    print(`${address}\n`);
    results.push(
      await proveServer(address, options, (name, { status, milliseconds, error }) => {
        if (status !== "skipped") print(`  ${status} ${name} (${milliseconds} ms)\n`);
        if (error !== undefined) print(`${error.replace(/^/gm, "    ")}\n`);
      }),
    );
  }
  if (options.json !== undefined) writeFileSync(options.json, reportJson(results));
  print(`\n${reportTable(results)}\n`);
  const failed = results.some(({ cases }) => [...cases.values()].some(({ status }) => status === "failed"));
  return failed ? 1 : 0;
}
