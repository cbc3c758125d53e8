import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { parseReaderList, type ReaderList } from "../readers/reader-list.ts";
import { type Consumer, consumersByEvent } from "../release/consumers.ts";
import { type FieldReaders, fieldReaders, readsOfFunctions } from "../release/field-readers.ts";
import { type CliContext, CommandError } from "./context.ts";

/** Who is started by events and who reads their fields; absent where nobody has written it down. */
export interface KnownReaders {
  consumers?: Map<string, Consumer[]>;
  fields?: FieldReaders;
}

export interface ReaderOptions {
  functions: string;
  readers: string;
}

export function withReaderOptions(command: Command, { home }: Pick<CliContext, "home">): Command {
  return command
    .option("--functions <file>", "workflows' functions.json", home.functions)
    .option(
      "--readers <folder>",
      "lists of other readers, as org-events readers record writes them",
      home.readers,
    );
}

/** @throws CommandError that names the file that is not what it should be */
export async function readKnownReaders(
  { folder }: Pick<CliContext, "folder">,
  options: ReaderOptions,
): Promise<KnownReaders> {
  const file = resolve(folder, options.functions);
  const text = await readFile(file, "utf8").catch(() => undefined);
  const outside = await readLists(resolve(folder, options.readers));
  const own =
    text === undefined
      ? undefined
      : read(file, "write it again with pnpm workflows graph", () => parsed(text));
  const lists = [...(own?.reads ? [own.reads] : []), ...outside];
  return {
    ...(own ? { consumers: own.consumers } : {}),
    ...(lists.length > 0 ? { fields: fieldReaders(lists) } : {}),
  };
}

function parsed(text: string) {
  const functions: unknown = JSON.parse(text);
  return { consumers: consumersByEvent(functions), reads: readsOfFunctions(functions) };
}

/** None when there is no such folder. */
async function readLists(folder: string): Promise<ReaderList[]> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".json"));
  return Promise.all(
    files.sort().map(async (name) => {
      const file = join(folder, name);
      const text = await readFile(file, "utf8");
      return read(file, "write it with org-events readers record", () => parseReaderList(text));
    }),
  );
}

function read<Result>(file: string, advice: string, parse: () => Result): Result {
  try {
    return parse();
  } catch {
    throw new CommandError(`${file} is no list of readers: ${advice}`);
  }
}
