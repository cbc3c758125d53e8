import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseReaderList, type ReaderList } from "@org/events/readers";
import { apps } from "./apps.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const orgEvents = join(root, "packages/events/dist/cli.js");
const tests = [join(root, "node_modules/.bin/vitest"), "run", "--project=@org/workflows"];

/**
 * Runs the tests of the workflows, faults and all, and writes down what each workflow read of its events.
 * @returns the exit code
 */
export async function recordReaders(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "readers-"));
  try {
    const out = join(folder, "readers.json");
    const command = ["readers", "record", "--out", out, "--", ...tests];
    const { status } = spawnSync(process.execPath, [orgEvents, ...command], { cwd: root, stdio: "inherit" });
    if (status !== 0) return status ?? 1;
    const list = ofWorkflows(parseReaderList(readFileSync(out, "utf8")));
    writeFileSync(join(root, "packages/workflows/readers.json"), `${JSON.stringify(list, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(
    "Wrote packages/workflows/readers.json. Run `pnpm generate` for what follows from it.\n",
  );
  return 0;
}

/** Without functions that only tests have; a workflow that read nothing is listed as well. */
function ofWorkflows({ readers }: ReaderList): ReaderList {
  const ids = apps.flatMap(({ functions }) => functions.map((fn) => fn.id())).toSorted();
  return { readers: Object.fromEntries(ids.map((id) => [id, readers[id] ?? {}])) };
}
