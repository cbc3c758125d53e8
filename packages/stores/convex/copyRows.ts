import type { Doc, TableNames } from "./_generated/dataModel.js";
import type { MutationCtx, QueryCtx } from "./_generated/server.js";
import schema from "./schema.ts";

/** A document of any table: what all of them have. */
type AnyDocument = Pick<Doc<"copies">, "_creationTime"> & { _id: string };

/** What one call reads, so that it stays far below what Convex reads in one call. */
const mostCharacters = 2_000_000;

export const progressOf = ({ db }: QueryCtx, table: string) =>
  db
    .query("copies")
    .withIndex("byTable", (index) => index.eq("table", table))
    .unique();

/**
 * Documents in the order in which they were made, as many as are wanted and one call may read; `next` is behind which time to
 * go on. Those of one time are never parted.
 */
export async function documentsAfter(
  { db }: QueryCtx,
  { table, after, limit }: { table: string; after: number; limit: number },
): Promise<{ rows: AnyDocument[]; next: number | null }> {
  const rows: AnyDocument[] = [];
  let characters = 0;
  const found = db
    .query(asTable(table))
    .withIndex("by_creation_time", (index) => index.gt("_creationTime", after));
  for await (const row of found) {
    const last = rows.at(-1)?._creationTime;
    const isFull = rows.length >= limit || characters >= mostCharacters;
    if (isFull && last !== undefined && row._creationTime !== last) return { rows, next: last };
    rows.push(row);
    characters += JSON.stringify(row).length;
  }
  return { rows, next: null };
}

export async function besideOf({ db }: QueryCtx, { _id }: AnyDocument): Promise<Doc<"copiedBeside"> | null> {
  return await db
    .query("copiedBeside")
    .withIndex("byDocument", (index) => index.eq("document", _id))
    .unique();
}

/** @param text JSON, which the database refuses when it is no document of the table */
export async function insertText(context: MutationCtx, table: string, text: string): Promise<string> {
  return await context.db.insert(asTable(table), JSON.parse(text));
}

export async function removeDocument(context: MutationCtx, document: AnyDocument): Promise<void> {
  const beside = await besideOf(context, document);
  if (beside) await context.db.delete(beside._id);
  await context.db.delete(asId(document._id));
}

/** Guarantees that it is a table of the schema; whether a document is one of its own is for the database to check. */
function asTable(table: string): "copies" {
  if (!Object.hasOwn(schema.tables, table)) throw new Error("There is no such table.");
  return table as TableNames as "copies";
}

/** Holds because the database gave it with the document. */
function asId(id: string): Doc<"copies">["_id"] {
  return id as Doc<"copies">["_id"];
}
