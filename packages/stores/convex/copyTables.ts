import { defineTable } from "convex/server";
import { v } from "convex/values";

/** What is known of a copy from the other store, and nothing of who is in it. */
export const copyTables = {
  /** How far each table is copied; all of them are there from a copy's beginning. */
  copies: defineTable({
    table: v.string(),
    /** A fingerprint of where the rows come from, which is the same when the copy goes on. */
    source: v.string(),
    /** Behind which row of the source to go on; absent before the first one, and in the end. */
    cursor: v.optional(v.string()),
    copied: v.number(),
    state: v.union(v.literal("copying"), v.literal("compared")),
  }).index("byTable", ["table"]),

  /** What a row had in Postgres that its document has no place for: numbers, and times to the microsecond. JSON text. */
  copiedBeside: defineTable({ document: v.string(), beside: v.string() }).index("byDocument", ["document"]),
};
