import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { appendFile } from "node:fs/promises";
import { dirname } from "node:path";

/** A list, kept in a file of one JSON value a line (in memory without a file). */
export interface JsonLines<Entry> {
  all(): readonly Entry[];
  /** Resolves once the entries are in the file. */
  append(entries: Entry[]): Promise<void>;
  /** Forgets all others. */
  keep(wanted: (entry: Entry) => boolean): void;
  clear(): void;
}

/** Entries come back as they were appended; a last line that a crash cut short is dropped. */
export function openJsonLines<Entry>(file?: string): JsonLines<Entry> {
  let entries = file && existsSync(file) ? readJsonLines<Entry>(file) : [];
  const rewrite = () => {
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, entries.map(toLine).join(""));
  };
  rewrite();
  const keep = (wanted: (entry: Entry) => boolean) => {
    entries = entries.filter(wanted);
    rewrite();
  };
  return {
    all: () => entries,
    async append(added) {
      entries.push(...added);
      if (file) await appendFile(file, added.map(toLine).join(""));
    },
    keep,
    clear: () => keep(() => false),
  };
}

/** An entry as it stands in a file. */
export function toLine(entry: unknown): string {
  return `${JSON.stringify(entry)}\n`;
}

/** The entries of a file; a last line that a crash cut short is dropped. @throws Error naming a damaged line. */
export function readJsonLines<Entry>(file: string): Entry[] {
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return lines.map((line, index) => {
    try {
      return parseEntry<Entry>(line);
    } catch (cause) {
      const where = `${file}, line ${index + 1}`;
      throw new Error(`${where} is not JSON. Delete the file, or all state with pnpm stack:reset.`, {
        cause,
      });
    }
  });
}

/** Lines were written by `append` with the same type of entry. */
function parseEntry<Entry>(line: string): Entry {
  return JSON.parse(line) as Entry;
}
