import type { Database, Queryable } from "./database.ts";
import { appendEvents, eventsFor } from "./outbox/append.ts";
import type { Emit } from "./outbox/port.ts";

/**
 * Runs an insert that leaves existing rows alone, and appends the events when it inserted something.
 * @returns whether it did.
 */
export async function insertNew(
  database: Database,
  events: Emit | undefined,
  insert: (transaction: Queryable) => PromiseLike<{ rowCount: number | null }>,
): Promise<boolean> {
  return await database.transaction(async (transaction) => {
    const { rowCount } = await insert(transaction);
    if (rowCount === 0) return false;
    if (events) await appendEvents(transaction, eventsFor(events, undefined));
    return true;
  });
}
