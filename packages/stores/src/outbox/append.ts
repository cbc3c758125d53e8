import type { EventToSend } from "@org/events";
import { sql } from "drizzle-orm";
import { ulid } from "ulid";
import type { Queryable } from "../database.ts";
import { outbox } from "../schema/platform.ts";
import type { Emit } from "./port.ts";
import { traceMark } from "./trace-context.ts";

/**
 * The channel on which relays are woken when events were committed. The notification names whom and what the events are
 * about, separated by commas: every id in their data, `-` when there is none, and nothing when they would not fit.
 */
export const wakeUpChannel = "outbox";

/** Postgres takes fewer than 8,000 bytes. */
const longestNotification = 7_000;

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
    const payload = { ...event, id, ...traceMark() };
    return { id, name: event.name, orderingKey: orderingKey(event), payload };
  });
  const appended = transaction.insert(outbox).values(rows).onConflictDoNothing();
  // One statement, since every state change waits for it.
  await transaction.execute(
    sql`with appended as ${appended} select pg_notify(${wakeUpChannel}, ${notificationOf(events)})`,
  );
  return rows.map(({ id }) => id);
}

export function eventsFor<Outcome>({ emit }: Emit<Outcome>, outcome: Outcome): readonly EventToSend[] {
  return typeof emit === "function" ? emit(outcome) : emit;
}

/** Every id in an event's data: whom and what it tells of. */
export function subjectsOf(data: unknown): string[] {
  const ids = Object.entries(Object(data)).filter(([name]) => name.endsWith("Id"));
  return ids.flatMap(([, value]) => (typeof value === "string" && !value.includes(",") ? [value] : []));
}

function notificationOf(events: readonly EventToSend[]): string {
  const subjects = new Set(events.flatMap(({ data }) => subjectsOf(data)));
  if (subjects.size === 0) return "-";
  const named = [...subjects].join(",");
  return Buffer.byteLength(named) <= longestNotification ? named : "";
}

/** The business key of an id of the form `<name>:<key>[:<revision>]`; events without one keep no order. */
export function orderingKey({ id, name }: EventToSend): string | undefined {
  return id?.startsWith(`${name}:`) ? id.slice(name.length + 1).split(":")[0] : undefined;
}
