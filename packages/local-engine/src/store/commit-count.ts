import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

const digits = 16;

/**
 * How many writes were acknowledged, in a file beside the state. SQLite takes a write-ahead log that was cut or damaged
 * for one whose last writes never happened; against this number the loss is seen.
 */
export interface CommitCount {
  /** Notes that the state has this many writes. */
  note(count: number): void;
  close(): void;
}

/** Undefined when nothing, or nothing that is a number, was noted. */
export function readCommitCount(path: string): number | undefined {
  try {
    const text = readFileSync(path, "utf8");
    return /^\d{16}\n$/.test(text) ? Number(text) : undefined;
  } catch {
    return undefined;
  }
}

export function openCommitCount(path: string): CommitCount {
  const file = openSync(path, "a+");
  closeSync(file);
  const descriptor = openSync(path, "r+");
  return {
    note(count) {
      try {
        writeSync(descriptor, `${String(count).padStart(digits, "0")}\n`, 0);
      } catch {
        // A number that is too small only means that a later loss is not seen in full.
      }
    },
    close: () => closeSync(descriptor),
  };
}
