import type { EventToSend } from "@org/events";
import { and, asc, count, getTableColumns, gt, isNotNull, isNull, min, sql } from "drizzle-orm";
import { databaseOn, guarded, onlyRow } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { outbox } from "../schema/platform.ts";
import { appendEvents, wakeUpChannel } from "./append.ts";
import type { FailingEvent, LostEvent, OperatedOutbox, OutboxState } from "./port.ts";
import { addedUp } from "./waiting.ts";

/** The outbox table, outside of any state change: for emitting on its own, and for looking at what waits. */
export function postgresOutbox(pool: Pool): OperatedOutbox {
  const database = databaseOn(pool);
  return guarded<OperatedOutbox>("outbox", {
    async send(payload: EventToSend | EventToSend[]) {
      const events = Array.isArray(payload) ? payload : [payload];
      return { ids: await database.transaction((transaction) => appendEvents(transaction, events)) };
    },

    async resend(eventId) {
      const { rowCount } = await database.execute(sql`
        with lost as (
          update ${outbox} set accepted_at = null, look_at = null, lost_since = null, resends = 0
          where id = ${eventId} and accepted_at is not null and traced_at is null and lost_since is not null
          returning id
        )
        select pg_notify(${wakeUpChannel}, '-') from lost`);
      return rowCount === 1;
    },

    async discard(eventId, reason) {
      // As if it were accepted and traced: nothing waits for it, nobody looks for it, and it goes with the old ones.
      const { rowCount } = await database.execute(sql`
        with discarded as (
          update ${outbox} set accepted_at = now(), traced_at = now(), next_attempt_at = null,
            last_error = ${`Discarded by an operator: ${reason}.`}
          where id = ${eventId} and accepted_at is null and attempts > 0
          returning id
        )
        select pg_notify(${wakeUpChannel}, '-') from discarded`);
      return rowCount === 1;
    },

    async waiting() {
      const version = sql<string | null>`${outbox.payload} ->> 'v'`;
      const found = await database
        .select({ name: outbox.name, v: version, events: count() })
        .from(outbox)
        .where(isNull(outbox.acceptedAt))
        .groupBy(outbox.name, version);
      return addedUp(found.map(({ v, ...event }) => ({ ...event, ...(v === null ? {} : { v }) })));
    },

    async state(): Promise<OutboxState> {
      const { pending, oldest } = onlyRow(
        await database
          .select({ pending: count(), oldest: min(outbox.createdAt) })
          .from(outbox)
          .where(isNull(outbox.acceptedAt)),
      );
      const failing = await database
        .select({ ...getTableColumns(outbox), behind })
        .from(outbox)
        .where(and(isNull(outbox.acceptedAt), gt(outbox.attempts, 0)))
        .orderBy(asc(outbox.position))
        .limit(100);
      const lost = await database
        .select({ id: outbox.id, name: outbox.name, resends: outbox.resends, since: outbox.lostSince })
        .from(outbox)
        .where(and(isNotNull(outbox.acceptedAt), isNull(outbox.tracedAt), isNotNull(outbox.lostSince)))
        .orderBy(asc(outbox.lostSince), asc(outbox.position))
        .limit(100);
      return {
        pending,
        oldestPendingAge: oldest ? Math.max(0, Date.now() - oldest.getTime()) : 0,
        failing: failing.map(failingEvent),
        lost: lost.map(lostEvent),
      };
    },
  });
}

/** Only the first of a key is sent; see `claim` of the relay. */
const behind = sql<number>`(
  select count(*)::int from ${outbox} later where later.ordering_key = ${outbox}.ordering_key
    and later.accepted_at is null and later.position > ${outbox}.position)`;

function failingEvent(row: typeof outbox.$inferSelect & { behind: number }): FailingEvent {
  return {
    id: row.id,
    name: row.name,
    attempts: row.attempts,
    lastError: row.lastError ?? "",
    behind: row.behind,
    createdAt: row.createdAt.toISOString(),
    nextAttemptAt: row.nextAttemptAt?.toISOString(),
  };
}

function lostEvent({ since, ...event }: Omit<LostEvent, "since"> & { since: Date | null }): LostEvent {
  return { ...event, since: since?.toISOString() ?? "" };
}
