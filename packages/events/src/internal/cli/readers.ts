import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import { readerList } from "../readers/reader-list.ts";
import type { Read } from "../readers/reads.ts";
import { type CliContext, CommandError, exitCodes } from "./context.ts";

interface RecordOptions {
  out: string;
  as?: string;
}

export function addReadersCommand(program: Command, context: CliContext): void {
  program
    .command("readers")
    .description("which fields of each event its readers really read")
    .command("record <command...>")
    .description("run tests and write down the fields that functions read of each event while they run")
    .option("--out <file>", "the list that is written", "readers.json")
    .option("--as <name>", "who you are, as @acme/warehouse; stands before the names of your functions")
    .passThroughOptions()
    .action((command: string[], options: RecordOptions) => record(context, command, options));
}

async function record(context: CliContext, command: string[], { out, as }: RecordOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "org-events-reads-"));
  try {
    await runRecorded(context, command, folder);
    const reads = await readsIn(folder);
    if (reads.length === 0)
      throw new CommandError(
        "nothing read an event: the functions that these tests run need ParseEventsMiddleware, or readBy of @org/events/readers",
        exitCodes.refused,
      );
    const named = as ? reads.map((read) => ({ ...read, reader: `${as}/${read.reader}` })) : reads;
    const { readers } = readerList(named);
    const file = resolve(context.folder, out);
    await writeFile(file, `${JSON.stringify({ readers }, null, 2)}\n`).catch((error: Error) => {
      throw new CommandError(`cannot write ${file}: ${error.message}`, exitCodes.output);
    });
    context.print(`wrote what ${Object.keys(readers).length} readers read to ${file}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws CommandError when the tests fail, because what they did not reach would be missing */
async function runRecorded(context: CliContext, [file = "", ...argv]: string[], into: string): Promise<void> {
  const preload = new URL(import.meta.url.replace(/cli\/readers\.(\w+)$/, "readers/preload.$1"));
  preload.search = new URLSearchParams({ into }).toString();
  const options = [context.env.NODE_OPTIONS, `--import=${preload.href}`].filter(Boolean).join(" ");
  const child = spawn(file, argv, {
    cwd: pathToFileURL(`${context.folder}/`),
    env: { ...context.env, NODE_OPTIONS: options },
    stdio: "inherit",
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.on("error", fail);
    child.on("exit", done);
  }).catch((error: Error) => {
    throw new CommandError(`cannot run ${file}: ${error.message}`);
  });
  if (code !== 0)
    throw new CommandError(
      `${file} failed, and what it did not reach would be missing: nothing was written`,
      exitCodes.refused,
    );
}

async function readsIn(folder: string): Promise<Read[]> {
  const files = await readdir(folder);
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")));
  return texts.flatMap((text) => text.split("\n").filter(Boolean).map(readOf));
}

/** Guarantee: the line was written by the recorder of this package. */
function readOf(line: string): Read {
  return JSON.parse(line) as Read;
}
