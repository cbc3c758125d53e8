import type { EventClient, EventToSend } from "@org/events";
import { withDeadline } from "@org/integrations/deadline";
import { withoutValues } from "@org/integrations/redact";
import { inArray, sql } from "drizzle-orm";
import type { Database, Queryable } from "../database.ts";
import { outbox } from "../schema/platform.ts";

export interface Batch {
  /** Ids of the events that were claimed. */
  claimed: string[];
  /** Why the engine did not take them; absent when it did. */
  failure?: string;
}

/** `fresh`: events that have not failed on their own; `retry`: those that have, and whose wait is over. */
export type Selection = "fresh" | "retry";

export interface BatchOptions {
  select: Selection;
  limit: number;
  /** Milliseconds the engine has to answer. */
  sendTimeout: number;
}

/**
 * Claims events, sends them and marks them, in one transaction: its row locks keep other relays away, and end with
 * the process, so that what was claimed by a relay that died is free at once.
 */
export async function moveBatch(
  database: Database,
  client: EventClient,
  options: BatchOptions,
): Promise<Batch> {
  return await database.transaction(async (transaction) => {
    const events = await claim(transaction, options);
    const claimed = events.map(({ id }) => id);
    if (events.length === 0) return { claimed };
    try {
      await withDeadline(client.send(events.map(({ payload }) => payload)), options.sendTimeout);
    } catch (error) {
      const failure = failureTold(
        error,
        events.map(({ payload }) => payload),
      );
      await markFailed(transaction, claimed, failure);
      return { claimed, failure };
    }
    await transaction
      .update(outbox)
      .set({ acceptedAt: sql`now()`, nextAttemptAt: null })
      .where(inArray(outbox.id, claimed));
    return { claimed };
  });
}

/** Why events were not taken, without their data. */
export function failureTold(error: unknown, events: readonly EventToSend[]): string {
  return withoutValues(
    String(error),
    events.map(({ data }) => data),
  ).slice(0, 500);
}

/** Only the first waiting event of a key can be claimed, whoever holds it; the second comes when it is marked. */
async function claim(transaction: Queryable, { select, limit }: BatchOptions): Promise<ClaimedEvent[]> {
  const due = select === "fresh" ? sql`next_attempt_at is null` : sql`next_attempt_at <= now()`;
  const rows = await transaction
    .select({ id: outbox.id, payload: outbox.payload })
    .from(outbox)
    .where(sql`accepted_at is null and ${due} and not exists (
      select from ${outbox} earlier where earlier.ordering_key = ${outbox.orderingKey}
        and earlier.accepted_at is null and earlier.position < ${outbox.position})`)
    .orderBy(outbox.position)
    .limit(limit)
    .for("update", { skipLocked: true });
  return rows.map(claimedEvent);
}

interface ClaimedEvent {
  id: string;
  payload: EventToSend;
}

/** The column holds what `appendEvents` wrote, and nothing else writes it. */
function claimedEvent({ id, payload }: { id: string; payload: unknown }): ClaimedEvent {
  return { id, payload: payload as EventToSend };
}

/** One event that fails alone waits 250 ms, doubling to 15 s; of a batch nobody knows which one was at fault. */
async function markFailed(transaction: Queryable, ids: string[], failure: string): Promise<void> {
  const wait = sql`now() + least(15, 0.25 * power(2, least(${outbox.attempts}, 10))) * interval '1 second'`;
  await transaction
    .update(outbox)
    .set({
      attempts: sql`${outbox.attempts} + 1`,
      lastError: failure,
      nextAttemptAt: ids.length === 1 ? wait : undefined,
    })
    .where(inArray(outbox.id, ids));
}
