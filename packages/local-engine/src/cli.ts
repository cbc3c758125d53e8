#!/usr/bin/env -S node --optimize-for-size
import { runCli } from "./cli-run.ts";

await runCli(process.argv.slice(2));
