#!/usr/bin/env node
import { text } from "node:stream/consumers";
import { catalogues } from "./catalogues.ts";
import { runCli } from "./internal/cli/program.ts";

process.exitCode = await runCli(process.argv.slice(2), {
  catalogues,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  readInput: () => text(process.stdin),
  env: process.env,
  fetch,
  now: () => new Date(),
  folder: process.cwd(),
});
