import { createWriteStream } from "node:fs";
import { join } from "node:path";

/** Appends lines to a log in the folder, each with its time. */
export function logTo(folder: string, name: string): (line: string) => void {
  const stream = createWriteStream(join(folder, "logs", `${name}.log`), { flags: "a" });
  return (line) => void stream.write(`${new Date().toISOString()} ${line}\n`);
}
