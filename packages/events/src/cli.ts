#!/usr/bin/env node
import { createInterface } from "node:readline";
import { catalogues as ownCatalogues } from "./catalogues.ts";
import { exitCodes } from "./internal/cli/context.ts";
import { endWithOutput } from "./internal/cli/end-with-output.ts";
import { findHome, ownHome } from "./internal/cli/home.ts";
import { runCli } from "./internal/cli/program.ts";
import { cataloguesOf } from "./internal/release/home.ts";

endWithOutput(process);
const found = await findHome(process.cwd())
  .then(async (home) => (home ? { home, catalogues: await cataloguesOf(home) } : undefined))
  .catch((error: unknown) => {
    process.stderr.write(`org-events: ${error instanceof Error ? error.message : error}\n`);
    process.exit(exitCodes.usage);
  });
process.exitCode = await runCli(process.argv.slice(2), {
  catalogues: ownCatalogues,
  home: ownHome,
  ...found,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  readInput: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
  env: process.env,
  fetch,
  now: () => new Date(),
  folder: process.cwd(),
});
