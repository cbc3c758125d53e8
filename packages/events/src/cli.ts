#!/usr/bin/env node
import { createInterface } from "node:readline";
import { catalogues } from "./catalogues.ts";
import { endWithOutput } from "./internal/cli/end-with-output.ts";
import { runCli } from "./internal/cli/program.ts";

endWithOutput(process);
process.exitCode = await runCli(process.argv.slice(2), {
  catalogues,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  readInput: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  env: process.env,
  fetch,
  now: () => new Date(),
  folder: process.cwd(),
});
