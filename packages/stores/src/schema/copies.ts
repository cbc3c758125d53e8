import { sql } from "drizzle-orm";
import { bigint, check, text } from "drizzle-orm/pg-core";
import { platform } from "./platform.ts";

/** How far a copy of the marketplace from Convex is, by its tables there; all of them are here from its beginning. */
export const copies = platform.table(
  "copies",
  {
    tableName: text("table_name").primaryKey(),
    /** A fingerprint of where the rows come from, which is the same when the copy goes on. */
    source: text().notNull(),
    /** Behind which document to go on: when it was made. */
    cursor: text(),
    copied: bigint({ mode: "number" }).notNull().default(0),
    state: text().$type<"copying" | "compared">().notNull().default("copying"),
  },
  (table) => [check("copies_state", sql`${table.state} in ('copying', 'compared')`)],
);
