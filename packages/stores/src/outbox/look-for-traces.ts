import type { EventClient, EventToSend } from "@org/events";
import { eventsLost } from "@org/events/operations/events-lost";
import { inArray, sql } from "drizzle-orm";
import type { Database, Queryable } from "../database.ts";
import { eventTraces } from "../schema/event-traces.ts";
import { outbox } from "../schema/platform.ts";
import { appendEvents } from "./append.ts";
import type { ExpectedTrace } from "./port.ts";
import { sendAgain } from "./send-again.ts";

export interface LookOptions {
  client: EventClient;
  expected(event: EventToSend): readonly ExpectedTrace[];
  /** Milliseconds. */
  lostAfter: number;
  /** Milliseconds. */
  sendTimeout: number;
}

export interface Look {
  /** Events that were sent again. */
  resent: number;
  /** Events that started nothing, or too little. */
  lost: number;
  names: string[];
  hasMore: boolean;
  /** Why some were not sent again: the engine is away. They are as they were. */
  failure?: unknown;
}

const mostAtOnce = 500;
/** Three times, at 1, 3 and 9 bounds: within the day for which the engine knows the ids of what it did not lose. */
const mostResends = 3;
/** What waits for its turn under a limit may take this many bounds; all three resends are within a day still. */
const patience = 9;
const dailyLook = 24 * 60 * 60_000;

/** Takes accepted events whose time is up, compares what they started with what they have to start, and acts on it. */
export async function lookForTraces(database: Database, options: LookOptions): Promise<Look> {
  return await database.transaction(async (transaction) => {
    const events = await due(transaction, options.lostAfter);
    const verdicts = events.map((event) => ({ event, verdict: judge(event, options) }));
    const of = (wanted: Verdict) =>
      verdicts.filter(({ verdict }) => verdict === wanted).map(({ event }) => event);
    const again = await sendAgain([...of("lost"), ...of("unfinished")], options);
    const lost = [...of("lost").filter((event) => again.tried.includes(event)), ...of("given-up")];
    await settle(transaction, of("traced"));
    await markResent(transaction, again.tried, options.lostAfter);
    await lookAgain(transaction, of("patient"), options.lostAfter);
    await lookAgain(transaction, of("given-up"), dailyLook);
    await markLost(transaction, lost);
    await tell(transaction, lost);
    if (events.length === 0) await sweep(transaction);
    const names = [...new Set(lost.map(({ payload }) => payload.name))].toSorted();
    return {
      ...{ resent: again.tried.length, lost: lost.length, names },
      hasMore: events.length === mostAtOnce,
      ...("failure" in again && { failure: again.failure }),
    };
  });
}

/**
 * `lost`: the engine started nothing of it, or too little. `unfinished`: a run began and did not end; an engine that knows it
 * ignores the event. `patient`: what is missing waits for its turn. `given-up`: lost, and sent as often as it may be.
 */
type Verdict = "traced" | "lost" | "unfinished" | "patient" | "given-up";

interface DueEvent {
  id: string;
  payload: EventToSend;
  resends: number;
  /** Milliseconds since it was accepted last. */
  age: number;
  isLost: boolean;
  /** By function, whether its run came to an end. */
  traces: Readonly<Record<string, boolean>>;
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

function judge({ payload, resends, age, traces }: DueEvent, { expected, lostAfter }: LookOptions): Verdict {
  const functions = expected(payload);
  const missing = functions.filter(({ functionId }) => traces[functionId] === undefined);
  const isLate = missing.some(({ isHeldBack }) => !isHeldBack || age >= patience * lostAfter);
  if (isLate) return resends < mostResends ? "lost" : "given-up";
  if (missing.length > 0) return "patient";
  const isFinished = functions.every(({ functionId }) => traces[functionId]);
  return isFinished || resends >= mostResends ? "traced" : "unfinished";
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

/** Operations hear of an event when it is found to be lost; later looks at it say nothing new. */
async function tell(transaction: Queryable, lost: readonly DueEvent[]): Promise<void> {
  // What tells of losses is sent again like any other event, and not told of.
  const untold = lost.filter(({ isLost, payload }) => !isLost && payload.name !== eventsLost.event);
  if (untold.length === 0) return;
  const names = [...new Set(untold.map(({ payload }) => payload.name))].toSorted().slice(0, 20);
  await appendEvents(transaction, [eventsLost.create({ count: untold.length, names })]);
}

/** Traces of events whose rows are gone or that were settled meanwhile. */
async function sweep(transaction: Queryable): Promise<void> {
  await transaction.execute(sql`
    delete from ${eventTraces} old where old.seen_at < now() - interval '2 days' and not exists (
      select from ${outbox} kept where kept.id = old.event_id and kept.traced_at is null)`);
}
