import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { root } from "../repository.ts";
import { readReport } from "./report.ts";
import { again, filesToRunAgain } from "./second-look.ts";

/** Where the reports are; `pnpm test:totals` adds them up. */
export const results = join(root, ".local/test-results");

/**
 * `vitest run`. In CI it leaves a report by that name, and runs the few files that failed once more, alone: what passes
 * then does not stop a landing, and is named as unsteady.
 *
 * @param parameters vitest's; options that have a value as `--option=value`.
 * @returns the exit code.
 */
export function runTests(
  name: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): number {
  // Dozens of stacks start, whose apps would all compile the same files again.
  const env = { NODE_COMPILE_CACHE: join(root, ".local/compile-cache"), ...environment };
  const vitest = (given: readonly string[]) =>
    spawnSync("vitest", ["run", ...given], { cwd: root, stdio: "inherit", env }).status ?? 1;
  if (!environment.CI) return vitest(parameters);
  const status = vitest([...parameters, ...reporters(name)]);
  const report = join(results, `${name}.json`);
  if (status === 0 || !existsSync(report)) return status;
  const files = filesToRunAgain(readReport(report));
  if (files.length === 0) return status;
  process.stdout.write(`\nOnce more, alone: ${files.join(", ")}\n`);
  const options = parameters.filter((parameter) => parameter.startsWith("-"));
  // Vitest takes the number of workers once.
  const alone = options.filter((option) => !option.startsWith("--maxWorkers"));
  return vitest([...alone, "--maxWorkers=1", ...reporters(`${name}${again}`), ...files]);
}

function reporters(name: string): string[] {
  return ["--reporter=default", "--reporter=json", `--outputFile.json=${join(results, `${name}.json`)}`];
}
