import type { EventToSend } from "@org/events";
import { sql } from "drizzle-orm";
import { ulid } from "ulid";
import type { Queryable } from "../database.ts";
import { outbox } from "../schema/platform.ts";
import type { Emit } from "./port.ts";

/** The channel on which relays are woken when events were committed. */
export const wakeUpChannel = "outbox";

/**
 * Writes events into the outbox in the given transaction; call it last, after the rows that changed are locked, so
 * that events of one key are appended in the order of their changes.
 * @returns the events' ids, in order.
 */
export async function appendEvents(
  transaction: Queryable,
  events: readonly EventToSend[],
): Promise<string[]> {
  if (events.length === 0) return [];
  const rows = events.map((event) => {
    // An empty id is none to Inngest, and would make one row of all the events that have it.
    const id = event.id || ulid();
    return { id, name: event.name, orderingKey: orderingKey(event), payload: { ...event, id } };
  });
  const appended = transaction.insert(outbox).values(rows).onConflictDoNothing();
  // One statement, since every state change waits for it.
  await transaction.execute(sql`with appended as ${appended} select pg_notify(${wakeUpChannel}, '')`);
  return rows.map(({ id }) => id);
}

export function eventsFor<Outcome>({ emit }: Emit<Outcome>, outcome: Outcome): readonly EventToSend[] {
  return typeof emit === "function" ? emit(outcome) : emit;
}

/** The business key of an id of the form `<name>:<key>[:<revision>]`; events without one keep no order. */
function orderingKey({ id, name }: EventToSend): string | undefined {
  return id?.startsWith(`${name}:`) ? id.slice(name.length + 1).split(":")[0] : undefined;
}
