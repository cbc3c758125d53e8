#!/usr/bin/env -S node --max-semi-space-size=8
import { runCli } from "./cli-run.ts";

await runCli(process.argv.slice(2));
