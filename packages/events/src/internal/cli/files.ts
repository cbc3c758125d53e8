import { open } from "node:fs/promises";
import { resolve } from "node:path";
import { type CliContext, CommandError } from "./context.ts";

/** A file's lines, or those of standard input for `-`, as they come. */
export async function* readLines(context: CliContext, path: string): AsyncGenerator<string> {
  if (path === "-") {
    yield* context.readInput();
    return;
  }
  const file = resolve(context.folder, path);
  try {
    const handle = await open(file);
    yield* handle.readLines();
  } catch {
    throw new CommandError(`cannot read ${file}: give a file, or - for standard input`);
  }
}

/** All of it. */
export async function readText(context: CliContext, path: string): Promise<string> {
  const lines: string[] = [];
  for await (const line of readLines(context, path)) lines.push(line);
  return lines.join("\n");
}

/** @throws CommandError naming where the text came from and where it breaks, without the text, which may be personal */
export function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /at position \d+ \(line \d+ column \d+\)/.exec(String(error))?.[0];
    throw new CommandError(`${source} is not JSON${at ? `: it breaks ${at}` : ""}`);
  }
}
