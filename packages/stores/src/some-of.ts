import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Queryable } from "./database.ts";

/**
 * A condition for `delete` and `update`: at most `limit` of the rows that `where` finds, by their key; rows that another call
 * holds are left to it.
 *
 * Postgres chooses them once. Within `key in (select … limit …)` a plan for a table that it takes for a tiny one chooses anew with
 * every row, finds others each time, since what the statement has changed is skipped, and ends with all of them.
 */
export function someOf(
  queryable: Queryable,
  key: PgColumn,
  { where, limit }: { where: SQL | undefined; limit: number },
): SQL {
  const chosen = queryable
    .select({ key })
    .from(key.table)
    .where(where)
    .limit(limit)
    .for("update", { skipLocked: true });
  return sql`${key} = any(array${chosen})`;
}
