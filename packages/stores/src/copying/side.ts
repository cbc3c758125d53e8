import type { CopiedTable } from "./copied-table.ts";

export const storeNames = ["postgres", "convex"] as const;
export type StoreName = (typeof storeNames)[number];

/** A row on its way. */
export interface CopiedRow {
  /** For messages. */
  key: string;
  /** Behind it the next rows are. */
  cursor: string;
  /** JSON text. */
  document: string;
  /** What Postgres has and the document has no place for; JSON text. */
  beside?: string;
}

/** Rows that are written together. */
export type Batch = readonly CopiedRow[];

export interface Progress {
  table: string;
  source: string;
  /** Absent before the first batch. */
  cursor?: string;
  copied: number;
  state: "copying" | "compared";
}

export type Position = Pick<Progress, "cursor" | "copied">;

/** One of the two stores, as what it is copied from or to. Its methods throw a `CopyRefusedError` with what to do. */
export interface CopySide {
  name: StoreName;
  /** The same for one address; not the address. */
  fingerprint: string;
  /** Whether it is there, lets us in, and has the tables that this code knows. */
  check(): Promise<void>;
  /** The marketplace's rows. */
  count(table: CopiedTable): Promise<number>;
  /** @param after a batch's cursor; from the beginning without one */
  batches(table: CopiedTable, after: string | undefined): AsyncIterable<Batch>;
  /** Events that its relay still has to send. */
  waiting(): Promise<number>;
  /** Leaves to the other store what waits to be sent and to be looked at. */
  handOver(): Promise<void>;
  /** How far a copy into it is; empty when none was begun. */
  progress(): Promise<Progress[]>;
  /** Tables in which there is something of the marketplace's. */
  filled(tables: readonly CopiedTable[]): Promise<string[]>;
  begin(source: string, tables: readonly CopiedTable[]): Promise<void>;
  /**
   * Writes a batch and how far the table is then, in one transaction; nothing when the table does not stand at `after`.
   * @returns where it stands
   */
  write(table: CopiedTable, after: string | undefined, batch: Batch): Promise<Position>;
  /** The copy is whole: nobody goes on with it. */
  finish(): Promise<void>;
  /** Deletes all that is the marketplace's, and what is known of a copy. */
  clear(tables: readonly CopiedTable[]): Promise<void>;
  close(): Promise<void>;
}

/** What one transaction writes at most: rows, and characters of their text. Convex takes 8,192 documents and 16 MiB. */
const mostRows = 400;
const mostCharacters = 2_000_000;

/** Parts rows into batches that one transaction can write; those of one cursor are never parted. */
export async function* inBatches(rows: AsyncIterable<CopiedRow>): AsyncGenerator<Batch> {
  let batch: CopiedRow[] = [];
  let characters = 0;
  for await (const row of rows) {
    const length = row.document.length + (row.beside?.length ?? 0);
    const last = batch.at(-1);
    const isFull = batch.length >= mostRows || characters + length > mostCharacters;
    if (last && isFull && last.cursor !== row.cursor) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(row);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}

/** Where a table stands once the batch is written. */
export function cursorOf(batch: Batch): string | undefined {
  return batch.at(-1)?.cursor;
}
