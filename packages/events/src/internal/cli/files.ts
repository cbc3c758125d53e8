import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type CliContext, CommandError } from "./context.ts";

/** A file's text, or standard input for `-`. */
export async function readText(context: CliContext, path: string): Promise<string> {
  if (path === "-") return context.readInput();
  const file = resolve(context.folder, path);
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new CommandError(`cannot read ${file}: give a file, or - for standard input`);
  }
}

/** @throws CommandError naming where the text came from, without the text, which may be personal */
export function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(
      `${source} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
