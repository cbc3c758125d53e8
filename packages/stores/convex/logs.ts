import { v } from "convex/values";
import type { Doc } from "./_generated/dataModel.js";
import type { QueryCtx } from "./_generated/server.js";
import { type Log, type LogName, logs, type OldRow } from "./logRows.ts";
import { serviceMutation, serviceQuery } from "./service.ts";
import { within } from "./within.ts";

const logName = v.union(
  v.literal("analytics-events"),
  v.literal("dead-letters"),
  v.literal("deliveries"),
  v.literal("delivery-reports"),
  v.literal("notifications"),
  v.literal("outbox"),
  v.literal("send-ledger"),
);

const logOf = (name: LogName): Log => logs[name];

const batch = v.object({ number: v.number(), from: v.number(), rows: v.number() });

/** The batch that was begun and not removed yet, otherwise a new one of the oldest rows that one call may read. */
export const begin = serviceMutation({
  args: { log: logName, before: v.number(), limit: v.number() },
  returns: v.union(v.null(), batch),
  handler: async (context, { log, before, limit }) => {
    const known = await batchOf(context, log);
    if (known && known.ids.length > 0) return batchFrom(known);
    const old = await oldest(context, logOf(log), before, limit);
    const [first] = old;
    if (!first) return null;
    const last = await context.db.query("logBatches").withIndex("byNumber").order("desc").first();
    const row = { log, number: (last?.number ?? 0) + 1, from: first.at, ids: old.map(({ id }) => id) };
    if (known) await context.db.patch(known._id, row);
    else await context.db.insert("logBatches", row);
    return batchFrom(row);
  },
});

async function oldest(context: QueryCtx, log: Log, before: number, limit: number): Promise<OldRow[]> {
  const kinds = await Promise.all(
    log.old(context, before).map((rows) => within(rows, limit, ({ columns }) => JSON.stringify(columns))),
  );
  const inOrder = kinds.flatMap(({ rows }) => rows).toSorted(byAge);
  return inOrder.slice(0, limit);
}

function byAge(one: OldRow, other: OldRow): number {
  return one.at - other.at || (one.id < other.id ? -1 : 1);
}

const batchOf = (context: QueryCtx, log: LogName) =>
  context.db
    .query("logBatches")
    .withIndex("byLog", (index) => index.eq("log", log))
    .unique();

function batchFrom({ number, from, ids }: Pick<Doc<"logBatches">, "number" | "from" | "ids">) {
  return { number, from, rows: ids.length };
}

/** Each row as JSON text, the oldest first; null of a batch that was removed already. */
export const read = serviceQuery({
  args: { log: logName, number: v.number() },
  returns: v.union(v.null(), v.array(v.string())),
  handler: async (context, { log, number }) => {
    const rows = await rowsOf(context, log, number);
    return rows === null ? null : rows.toSorted(byAge).map(({ columns }) => JSON.stringify(columns));
  },
});

async function rowsOf(context: QueryCtx, log: LogName, number: number): Promise<OldRow[] | null> {
  const found = await batchOf(context, log);
  if (found?.number !== number || found.ids.length === 0) return null;
  const rows = await Promise.all(found.ids.map((id) => logOf(log).find(context, id)));
  return rows.filter((row) => row !== null);
}

/** Deletes the rows of a batch, all or none; nothing of one that was removed already. */
export const remove = serviceMutation({
  args: { log: logName, number: v.number() },
  returns: v.null(),
  handler: async (context, { log, number }) => {
    const found = await batchOf(context, log);
    const rows = await rowsOf(context, log, number);
    if (!found || !rows) return null;
    for (const { _id } of rows) await context.db.delete(_id);
    // Its number stays, so that the next one's is greater.
    await context.db.patch(found._id, { ids: [] });
    return null;
  },
});
