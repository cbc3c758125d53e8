import type { EventCatalogue } from "@org/events";
import { and, type Column, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "./database.ts";
import { eventTraces } from "./schema/event-traces.ts";
import { outbox } from "./schema/platform.ts";

/** Whether a text holds one of these ids, where it is not a part of a longer one. */
export function holdsId(text: Column | SQL, ids: readonly string[]): SQL {
  return sql`regexp_split_to_array(${text}, '[^A-Za-z0-9_]+') && ${sql.param([...ids])}::text[]`;
}

/**
 * Deletes events about somebody that the engine has accepted; one that it does not have yet still has to get there, and
 * is deleted by the next time.
 * @param catalogue of the product that they leave: the other one may use the id for somebody else
 * @param aboutThem a condition on the outbox's rows
 */
export async function eraseAcceptedEvents(
  transaction: Queryable,
  { definitions }: Pick<EventCatalogue, "definitions">,
  aboutThem: SQL,
): Promise<void> {
  const names = definitions.map(({ event }) => event);
  await deleteEvents(transaction, and(isNotNull(outbox.acceptedAt), inArray(outbox.name, names), aboutThem));
}

/** Deletes events with what was seen of them. */
export async function deleteEvents(transaction: Queryable, which: SQL | undefined): Promise<void> {
  const ids = transaction.select({ id: outbox.id }).from(outbox).where(which);
  await transaction.delete(eventTraces).where(inArray(eventTraces.eventId, ids));
  await transaction.delete(outbox).where(which);
}
