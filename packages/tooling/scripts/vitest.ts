/** `vitest run` of what is not part of `pnpm test`: the name of the report in CI, then vitest's parameters. */
import process from "node:process";
import { runTests } from "../src/test-results/run-tests.ts";

const [name, ...parameters] = process.argv.slice(2);
if (!name) {
  process.stderr.write("Which report? Call it as `vitest.ts <name> [vitest's parameters]`.\n");
  process.exit(1);
}
process.exit(runTests(name, parameters, process.env));
