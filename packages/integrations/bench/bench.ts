import { once } from "node:events";
import { cpus } from "node:os";
import { print } from "@org/tooling/measure";
import { answerOf, start } from "./processes.ts";

/** Runs every measurement of this folder, one after another in a process of its own each, and prints one JSON value. */
const measurements = {
  ledgerAndOutbox: "./ledger-and-outbox.ts",
  portOverhead: "./port-overhead.ts",
  reindex: "./reindex.ts",
};

const results: Record<string, unknown> = {};
for (const [name, file] of Object.entries(measurements)) {
  const child = start(file);
  const ended = once(child, "exit");
  results[name] = await answerOf(child);
  await ended;
}
const machine = { node: process.version, processors: cpus().length, model: cpus()[0]?.model };
print({ machine, ...results });
