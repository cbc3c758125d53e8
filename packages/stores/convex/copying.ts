import { v } from "convex/values";
import type { QueryCtx } from "./_generated/server.js";
import { besideOf, documentsAfter, insertText, progressOf, removeDocument } from "./copyRows.ts";
import { copyTables } from "./copyTables.ts";
import { serviceMutation, serviceQuery } from "./service.ts";

/** More tables than there are. */
const mostTables = 500;
/** What one call deletes at most. */
const deletedAtOnce = 500;

/** How far a copy into this deployment is; empty when there is none. */
export const progress = serviceQuery({
  args: {},
  returns: v.array(copyTables.copies.validator),
  handler: async (context) => {
    const rows = await everyProgress(context);
    return rows.map(({ _id, _creationTime, ...row }) => row);
  },
});

const everyProgress = ({ db }: QueryCtx) => db.query("copies").withIndex("byTable").take(mostTables);

/** Those of the tables in which there is anything. */
export const filled = serviceQuery({
  args: { tables: v.array(v.string()) },
  returns: v.array(v.string()),
  handler: async (context, { tables }) => {
    const found: string[] = [];
    for (const table of tables) {
      const { rows } = await documentsAfter(context, { table, after: 0, limit: 1 });
      if (rows.length > 0) found.push(table);
    }
    return found;
  },
});

/** Notes that these tables are copied from now on; nothing where a copy has begun. */
export const begin = serviceMutation({
  args: { source: v.string(), tables: v.array(v.string()) },
  returns: v.null(),
  handler: async (context, { source, tables }) => {
    if ((await everyProgress(context)).length > 0) return null;
    for (const table of tables)
      await context.db.insert("copies", { table, source, copied: 0, state: "copying" });
    return null;
  },
});

const position = v.object({ cursor: v.union(v.null(), v.string()), copied: v.number() });

/**
 * Writes documents (JSON text) behind the cursor at which the table stands, in this order. Whoever comes with another
 * cursor has missed something: nothing is written, and the answer says where to go on.
 */
export const write = serviceMutation({
  args: {
    table: v.string(),
    after: v.union(v.null(), v.string()),
    cursor: v.string(),
    documents: v.array(v.object({ document: v.string(), beside: v.optional(v.string()) })),
  },
  returns: position,
  handler: async (context, { table, after, cursor, documents }) => {
    const known = await progressOf(context, table);
    if (known?.state !== "copying" || (known.cursor ?? null) !== after)
      return { cursor: known?.cursor ?? null, copied: known?.copied ?? 0 };
    for (const { document, beside } of documents) {
      const id = await insertText(context, table, document);
      if (beside !== undefined) await context.db.insert("copiedBeside", { document: id, beside });
    }
    const copied = known.copied + documents.length;
    await context.db.patch(known._id, { cursor, copied });
    return { cursor, copied };
  },
});

/** The copy is whole: nobody goes on with it. */
export const finish = serviceMutation({
  args: {},
  returns: v.null(),
  handler: async (context) => {
    for (const { _id } of await everyProgress(context))
      await context.db.patch(_id, { state: "compared", cursor: undefined });
    return null;
  },
});

/** Documents as JSON text, in the order in which they were made, as many as one call may read. */
export const page = serviceQuery({
  args: { table: v.string(), after: v.number(), limit: v.number() },
  returns: v.object({
    documents: v.array(v.object({ document: v.string(), beside: v.optional(v.string()) })),
    next: v.union(v.null(), v.number()),
  }),
  handler: async (context, { table, after, limit }) => {
    const { rows, next } = await documentsAfter(context, { table, after, limit });
    const documents = await Promise.all(
      rows.map(async (row) => ({
        document: JSON.stringify(row),
        beside: (await besideOf(context, row))?.beside,
      })),
    );
    return { documents, next };
  },
});

/** How many documents there are, as far as one call may read. */
export const count = serviceQuery({
  args: { table: v.string(), after: v.number(), limit: v.number() },
  returns: v.object({ count: v.number(), next: v.union(v.null(), v.number()) }),
  handler: async (context, { table, after, limit }) => {
    const { rows, next } = await documentsAfter(context, { table, after, limit });
    return { count: rows.length, next };
  },
});

/** Deletes documents of a table. @returns whether none is left. */
export const clear = serviceMutation({
  args: { table: v.string() },
  returns: v.boolean(),
  handler: async (context, { table }) => {
    const { rows, next } = await documentsAfter(context, { table, after: 0, limit: deletedAtOnce });
    for (const row of rows) await removeDocument(context, row);
    return next === null;
  },
});
