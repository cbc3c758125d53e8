/** Loaded into every process of a recorded command, `--import=<this file>?into=<folder>`: writes its reads there. */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { threadId } from "node:worker_threads";
import { recordReads } from "./reads.ts";

const folder = new URL(import.meta.url).searchParams.get("into");
if (folder) {
  const file = join(folder, `${process.pid}-${threadId}.ndjson`);
  // At once, because a test runner may end its processes without telling them.
  recordReads((read) => appendFileSync(file, `${JSON.stringify(read)}\n`));
}
