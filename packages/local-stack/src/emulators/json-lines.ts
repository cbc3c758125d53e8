import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { dirname } from "node:path";

/** A list that only grows, kept in a file of one JSON value a line (in memory without a file). */
export interface JsonLines<Entry> {
  all(): readonly Entry[];
  /** Resolves once the entries are in the file. */
  append(entries: Entry[]): Promise<void>;
  clear(): void;
}

/** Entries come back as they were appended; a last line that a crash cut short is dropped. */
export function openJsonLines<Entry>(file?: string): JsonLines<Entry> {
  let entries = file && existsSync(file) ? readEntries<Entry>(file) : [];
  const rewrite = () => {
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, entries.map(toLine).join(""));
  };
  rewrite();
  return {
    all: () => entries,
    async append(added) {
      entries.push(...added);
      if (file) await appendFile(file, added.map(toLine).join(""));
    },
    clear() {
      entries = [];
      rewrite();
    },
  };
}

function toLine(entry: unknown): string {
  return `${JSON.stringify(entry)}\n`;
}

/** Lines were written by `append` with the same type of entry. */
function readEntries<Entry>(file: string): Entry[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.slice(0, -1).map((line) => JSON.parse(line) as Entry);
}
