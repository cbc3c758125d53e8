#!/usr/bin/env node
import { text } from "node:stream/consumers";
import { runCli } from "./cli/program.ts";

process.exitCode = await runCli(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  readInput: () => text(process.stdin),
  env: process.env,
  fetch,
  now: () => new Date(),
  folder: process.cwd(),
});
