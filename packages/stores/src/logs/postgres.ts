import { and, asc, eq, inArray, lt } from "drizzle-orm";
import { type Database, databaseOn, guarded, type Queryable } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { logBatches } from "../schema/platform.ts";
import type { LogBatch, OldLogs } from "./port.ts";
import { redactedRow } from "./redactions.ts";
import { logTables } from "./tables.ts";

/** The old rows of both products' tables in one database. */
export function postgresOldLogs(pool: Pool): OldLogs {
  const database = databaseOn(pool);
  return guarded<OldLogs>("logs", {
    async begin(options) {
      return (await begun(database, options.log)) ?? (await beginNew(database, options));
    },

    async read({ log, number }) {
      const ids = await idsOf(database, { log, number });
      if (!ids) return undefined;
      const { table, id, at, columns } = logTables[log];
      const rows = await database
        .select(columns)
        .from(table)
        .where(inArray(id, ids))
        .orderBy(asc(at), asc(id));
      return rows.map((row) => redactedRow(log, row));
    },

    async remove({ log, number }) {
      await database.transaction(async (transaction) => {
        const ids = await idsOf(transaction, { log, number });
        if (!ids) return;
        const { table, id } = logTables[log];
        await transaction.delete(table).where(inArray(id, ids));
        await transaction.delete(logBatches).where(isBatch({ log, number }));
      });
    },
  });
}

async function begun(database: Database, log: LogBatch["log"]): Promise<LogBatch | undefined> {
  const [batch] = await database.select().from(logBatches).where(eq(logBatches.log, log));
  return batch && batchFrom(batch);
}

async function beginNew(
  database: Database,
  { log, before, limit }: Parameters<OldLogs["begin"]>[0],
): Promise<LogBatch | undefined> {
  const { table, id, at, over } = logTables[log];
  const oldest = await database
    .select({ id, at })
    .from(table)
    .where(and(lt(at, new Date(before)), over))
    .orderBy(asc(at), asc(id))
    .limit(limit);
  const [first] = oldest;
  if (!first) return undefined;
  const ids = oldest.map((row) => String(row.id));
  const [batch] = await database
    .insert(logBatches)
    .values({ log, from: asDate(first.at), ids })
    .onConflictDoNothing()
    .returning();
  // Another cleaner was faster: its batch is the one.
  return batch ? batchFrom(batch) : begun(database, log);
}

async function idsOf(database: Queryable, batch: Pick<LogBatch, "log" | "number">) {
  const [found] = await database.select({ ids: logBatches.ids }).from(logBatches).where(isBatch(batch));
  return found?.ids;
}

function isBatch({ log, number }: Pick<LogBatch, "log" | "number">) {
  return and(eq(logBatches.log, log), eq(logBatches.number, number));
}

function batchFrom({ log, number, from, ids }: typeof logBatches.$inferSelect): LogBatch {
  return { log, number, from: from.toISOString(), rows: ids.length };
}

/** The columns that a log's age is told by are timestamps, which the driver gives as dates. */
function asDate(at: unknown): Date {
  return at as Date;
}
