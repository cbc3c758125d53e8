import { and, desc, eq, gte, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { databaseOn, guarded, type Queryable } from "../database.ts";
import { appendEvents } from "../outbox/append.ts";
import type { Pool } from "../postgres.ts";
import { deliveryReports } from "../schema/delivery-reports.ts";
import { runsInDoubt } from "../schema/doubts.ts";
import { deliveries } from "../schema/platform.ts";
import type { CountedDeliveries, Delivery, RecordedDelivery, RecordOptions } from "./port.ts";

export function postgresDeliveries(pool: Pool): CountedDeliveries {
  const database = databaseOn(pool);

  async function record(given: readonly Delivery[], { run, emit = [] }: RecordOptions = {}): Promise<void> {
    if (given.length === 0) return;
    const isInDoubt = given.some(({ status }) => status === "unknown");
    // One statement where one is enough: every message waits for it.
    if (emit.length === 0 && !(isInDoubt && run)) return upsert(database, given);
    await database.transaction(async (transaction) => {
      if (isInDoubt && run) await transaction.insert(runsInDoubt).values(run).onConflictDoNothing();
      await upsert(transaction, given, run?.runId);
      await appendEvents(transaction, emit);
    });
  }

  return guarded<CountedDeliveries>("deliveries", {
    record: (delivery, options) => record([delivery], options),

    recordMany: record,

    async get(key) {
      const [row] = await reported(database).where(eq(deliveries.key, key));
      return row && recordedDelivery(row);
    },

    async getMany(keys) {
      if (keys.length === 0) return [];
      const rows = await reported(database).where(inArray(deliveries.key, [...keys]));
      return rows.map(recordedDelivery);
    },

    async ofMessage(channel, messageId) {
      const rows = await reported(database)
        .where(and(eq(deliveries.channel, channel), eq(deliveries.messageId, messageId)))
        .limit(2);
      const [row, another] = rows;
      return row && !another ? recordedDelivery(row) : undefined;
    },

    async list({ subject, limit }) {
      const latestFirst = reported(database)
        .where(eq(deliveries.subject, subject))
        .orderBy(desc(deliveries.recordedAt), desc(deliveries.key))
        .$dynamic();
      const rows = await (limit === undefined ? latestFirst : latestFirst.limit(limit));
      return rows.toReversed().map(recordedDelivery);
    },

    async perChannel({ from, to }) {
      const those = (status: Delivery["status"]) =>
        sql<number>`count(*) filter (where ${deliveries.status} = ${sql.raw(`'${status}'`)})::int`;
      return database
        .select({
          channel: deliveries.channel,
          sent: those("sent"),
          failed: those("failed"),
          unknown: those("unknown"),
        })
        .from(deliveries)
        .where(and(gte(deliveries.recordedAt, new Date(from)), lt(deliveries.recordedAt, new Date(to))))
        .groupBy(deliveries.channel)
        .orderBy(deliveries.channel);
    },
  });
}

/** The first outcome that is known counts: what is sent stays sent. A doubt begins when it is recorded first. */
async function upsert(database: Queryable, given: readonly Delivery[], runId?: string): Promise<void> {
  const { status, messageId, reason, doubtSince, asked, toldAt } = deliveries;
  const stillUnknown = (kept: PgColumn, otherwise: SQL) =>
    sql`case when excluded.status = 'unknown' then coalesce(${kept}, excluded.${sql.identifier(kept.name)}) else ${otherwise} end`;
  await database
    .insert(deliveries)
    .values(given.map((delivery) => toRow(delivery, runId)))
    .onConflictDoUpdate({
      target: deliveries.key,
      set: {
        status: excluded(status),
        messageId: excluded(messageId),
        reason: excluded(reason),
        recordedAt: sql`now()`,
        doubtSince: stillUnknown(doubtSince, sql`null`),
        runId: sql`coalesce(excluded.run_id, case when excluded.status = 'unknown' then ${deliveries.runId} end)`,
        asked: stillUnknown(asked, sql`0`),
        toldAt: stillUnknown(toldAt, sql`null`),
      },
      setWhere: ne(status, "sent"),
    });
}

function excluded(column: PgColumn): SQL {
  return sql`excluded.${sql.identifier(column.name)}`;
}

function toRow(delivery: Delivery, runId: string | undefined) {
  const { key, subject, workflow, recipient, channel, status, messageId, reason } = delivery;
  const doubt = status === "unknown" ? { doubtSince: sql`now()`, runId } : {};
  const outcome = { status, messageId: messageId ?? null, reason: reason ?? null, ...doubt };
  return { key, subject, workflow, recipient, channel, ...outcome };
}

/** Deliveries with what their vendors reported. */
export function reported(database: Queryable) {
  const another = sql`select from ${deliveries} other
    where other.message_id = ${deliveries.messageId} and other.key <> ${deliveries.key}`;
  const isItsOwn = or(ne(deliveries.channel, "push"), sql`not exists (${another})`);
  return database
    .select({ delivery: deliveries, report: deliveryReports })
    .from(deliveries)
    .leftJoin(
      deliveryReports,
      and(
        eq(deliveryReports.messageId, deliveries.messageId),
        eq(deliveryReports.channel, deliveries.channel),
        isItsOwn,
      ),
    );
}

type ReportedRow = Awaited<ReturnType<typeof reported>>[number];

function recordedDelivery({ delivery: row, report }: ReportedRow): RecordedDelivery {
  const { key, subject, workflow, recipient, channel, status, messageId, reason, recordedAt } = row;
  return {
    key,
    subject,
    workflow,
    recipient,
    channel,
    status,
    messageId: messageId ?? undefined,
    reason: reason ?? undefined,
    recordedAt: recordedAt.toISOString(),
    ...(report ? { report: { state: report.state, at: report.at.toISOString() } } : {}),
  };
}
