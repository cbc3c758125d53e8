import { randomUUID } from "node:crypto";
import { and, eq, inArray, ne, not, sql } from "drizzle-orm";
import { databaseOn, guarded, onlyRow, type Queryable } from "../database.ts";
import type { SendingRun } from "../deliveries/port.ts";
import { isInDoubt } from "../ledger/postgres.ts";
import { appendEvents, eventsFor } from "../outbox/append.ts";
import type { Pool } from "../postgres.ts";
import { runsInDoubt } from "../schema/doubts.ts";
import { deliveries, sendLedger } from "../schema/platform.ts";
import type { Doubts, MessageInDoubt } from "./port.ts";

/** The doubts of deliveries and of the send ledger, which settle both of them together. */
export function postgresDoubts(pool: Pool): Doubts {
  const database = databaseOn(pool);

  async function find(key?: string, limit = 200): Promise<MessageInDoubt[]> {
    const { rows } = await database.execute<DoubtRow>(sql`
      select * from (${doubts}) doubt where ${key ?? null}::text is null or key = ${key ?? null}
      order by since, key limit ${limit}`);
    return rows.map(messageInDoubt);
  }

  return guarded<Doubts>("doubts", {
    list: ({ limit } = {}) => find(undefined, limit),

    async count() {
      const { rows } = await database.execute<{ count: number }>(
        sql`select count(*)::int as count from (${doubts}) doubt`,
      );
      return onlyRow(rows).count;
    },

    async get(key) {
      return (await find(key, 1))[0];
    },

    async run(runId) {
      const [row] = await database.select().from(runsInDoubt).where(eq(runsInDoubt.runId, runId));
      return row && sendingRun(row);
    },

    async markAsked(runIds) {
      if (runIds.length === 0) return;
      await database
        .update(deliveries)
        .set({ asked: sql`${deliveries.asked} + 1` })
        .where(and(isUnknown, inArray(deliveries.runId, [...runIds])));
    },

    async markTold(keys) {
      if (keys.length === 0) return;
      const told = { toldAt: sql`now()` };
      await database
        .update(deliveries)
        .set(told)
        .where(and(isUnknown, inArray(deliveries.key, [...keys])));
      await database
        .update(sendLedger)
        .set(told)
        .where(and(isInDoubt(), inArray(sendLedger.key, [...keys])));
    },

    settle: (key) =>
      database.transaction(async (transaction) => {
        const booked = await settleLedger(transaction, key, { state: "sent", result: {} });
        // What was given up while the ledger did not know either has arrived as well.
        const { rowCount } = await transaction
          .update(deliveries)
          .set({ ...known, status: "sent", reason: null, runId: null })
          .where(and(eq(deliveries.key, key), booked ? ne(deliveries.status, "sent") : isUnknown));
        return booked || rowCount === 1;
      }),

    allowAgain: (key, events) =>
      database.transaction(async (transaction) => {
        const runIsKept = inArray(
          deliveries.runId,
          transaction.select({ id: runsInDoubt.runId }).from(runsInDoubt),
        );
        const { rowCount } = await transaction
          .update(deliveries)
          .set({ ...known, status: "failed", reason: "It was to be sent again." })
          .where(and(eq(deliveries.key, key), isUnknown, runIsKept));
        if (rowCount !== 1) return false;
        await settleLedger(transaction, key, { state: "failed" });
        await appendEvents(transaction, eventsFor(events, undefined));
        return true;
      }),

    async clear() {
      await database.delete(runsInDoubt).where(
        not(sql`exists (
        select from ${deliveries} where ${deliveries.runId} = ${runsInDoubt.runId}
      )`),
      );
    },
  });
}

const isUnknown = eq(deliveries.status, "unknown");
const known = { doubtSince: null, toldAt: null, asked: 0, recordedAt: sql`now()` } as const;

/** A delivery is the better witness where there is one: it was written after the ledger's entry. */
const doubts = sql`
  select key, subject, recipient, channel, workflow, reason, doubt_since as since, asked, told_at,
    (select run.run_id from ${runsInDoubt} run where run.run_id = delivery.run_id) as run_id
  from ${deliveries} delivery where status = 'unknown'
  union all
  select key, null, null, null, null, last_error, started_at, 0, told_at, null
  from ${sendLedger} where ${isInDoubt()} and not exists (
    select from ${deliveries} delivery
    where delivery.key = ${sendLedger.key} and delivery.status in ('sent', 'unknown')
  )`;

interface DoubtRow extends Record<string, unknown> {
  key: string;
  subject: string | null;
  recipient: NonNullable<MessageInDoubt["recipient"]> | null;
  channel: NonNullable<MessageInDoubt["channel"]> | null;
  workflow: string | null;
  reason: string | null;
  since: Date | string;
  asked: number;
  told_at: Date | string | null;
  run_id: string | null;
}

function messageInDoubt(row: DoubtRow): MessageInDoubt {
  return {
    key: row.key,
    subject: row.subject ?? undefined,
    recipient: row.recipient ?? undefined,
    channel: row.channel ?? undefined,
    workflow: row.workflow ?? undefined,
    reason: row.reason ?? undefined,
    since: new Date(row.since).toISOString(),
    asked: row.asked,
    told: row.told_at !== null,
    runId: row.run_id ?? undefined,
  };
}

/** The column holds what `Deliveries.record` wrote, and nothing else writes it. */
function sendingRun({ runId, app, workflow, events }: typeof runsInDoubt.$inferSelect): SendingRun {
  return { runId, app, workflow, events: events as SendingRun["events"] };
}

async function settleLedger(
  transaction: Queryable,
  key: string,
  outcome: { state: "sent"; result: unknown } | { state: "failed" },
): Promise<boolean> {
  const { rowCount } = await transaction
    .update(sendLedger)
    // A new holder, so that the lost call's own late answer does not undo the decision.
    .set({ ...outcome, holder: randomUUID(), settledAt: sql`now()`, toldAt: null })
    .where(and(isInDoubt(), eq(sendLedger.key, key)));
  return rowCount === 1;
}
