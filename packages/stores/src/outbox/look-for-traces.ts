import type { EventToSend } from "@org/events";
import { inArray, sql } from "drizzle-orm";
import type { Database, Queryable } from "../database.ts";
import { eventTraces } from "../schema/event-traces.ts";
import { outbox } from "../schema/platform.ts";
import { appendEvents } from "./append.ts";
import { type DueEvent, dailyLook, type Look, type LookOptions, lookInto } from "./findings.ts";

const mostAtOnce = 500;

/** Takes accepted events whose time is up, compares what they started with what they have to start, and acts on it. */
export async function lookForTraces(database: Database, options: LookOptions): Promise<Look> {
  const { lostAfter } = options;
  return await database.transaction(async (transaction) => {
    const events = await due(transaction, lostAfter);
    const found = await lookInto(events, options);
    await settle(transaction, found.traced);
    await markResent(transaction, found.resent, lostAfter);
    await lookAgain(transaction, found.patient, lostAfter);
    await lookAgain(transaction, found.givenUp, dailyLook);
    await markLost(transaction, found.lost);
    await appendEvents(transaction, found.told);
    if (events.length === 0) await sweep(transaction);
    return { ...found.look, hasMore: events.length === mostAtOnce };
  });
}

async function due(transaction: Queryable, lostAfter: number): Promise<DueEvent[]> {
  const rows = await transaction
    .select({
      id: outbox.id,
      payload: outbox.payload,
      resends: outbox.resends,
      lostSince: outbox.lostSince,
      age: sql<number>`(extract(epoch from now() - ${outbox.acceptedAt}) * 1000)::float8`,
      traces: sql<Record<string, boolean> | null>`(
        select json_object_agg(trace.function_id, trace.ended) from ${eventTraces} trace where trace.event_id = ${outbox}.id)`,
    })
    .from(outbox)
    .where(sql`accepted_at < now() - ${lostAfter} * interval '1 millisecond' and traced_at is null
      and (look_at is null or look_at <= now())`)
    .orderBy(outbox.acceptedAt)
    .limit(mostAtOnce)
    .for("update", { skipLocked: true });
  return rows.map(({ payload, lostSince, traces, ...row }) => ({
    ...row,
    payload: sentEvent(payload),
    isLost: lostSince !== null,
    traces: traces ?? {},
  }));
}

/** The column holds what `appendEvents` wrote, and nothing else writes it. */
function sentEvent(payload: unknown): EventToSend {
  return payload as EventToSend;
}

const idsOf = (events: readonly DueEvent[]) => events.map(({ id }) => id);

async function settle(transaction: Queryable, events: readonly DueEvent[]): Promise<void> {
  if (events.length === 0) return;
  const ids = idsOf(events);
  await transaction
    .update(outbox)
    .set({ tracedAt: sql`now()`, lookAt: null, lostSince: null })
    .where(inArray(outbox.id, ids));
  await transaction.delete(eventTraces).where(inArray(eventTraces.eventId, ids));
}

async function markResent(
  transaction: Queryable,
  events: readonly DueEvent[],
  lostAfter: number,
): Promise<void> {
  if (events.length === 0) return;
  const wait = sql`now() + ${lostAfter} * power(3, ${outbox.resends} + 1) * interval '1 millisecond'`;
  await transaction
    .update(outbox)
    .set({ acceptedAt: sql`now()`, resends: sql`${outbox.resends} + 1`, lookAt: wait })
    .where(inArray(outbox.id, idsOf(events)));
}

async function lookAgain(transaction: Queryable, events: readonly DueEvent[], delay: number): Promise<void> {
  if (events.length === 0) return;
  await transaction
    .update(outbox)
    .set({ lookAt: sql`now() + ${delay} * interval '1 millisecond'` })
    .where(inArray(outbox.id, idsOf(events)));
}

async function markLost(transaction: Queryable, events: readonly DueEvent[]): Promise<void> {
  if (events.length === 0) return;
  await transaction
    .update(outbox)
    .set({ lostSince: sql`coalesce(${outbox.lostSince}, now())` })
    .where(inArray(outbox.id, idsOf(events)));
}

/** Traces of events whose rows are gone or that were settled meanwhile. */
async function sweep(transaction: Queryable): Promise<void> {
  await transaction.execute(sql`
    delete from ${eventTraces} old where old.seen_at < now() - interval '2 days' and not exists (
      select from ${outbox} kept where kept.id = old.event_id and kept.traced_at is null)`);
}
