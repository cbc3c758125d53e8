import type { EventToSend } from "@org/events";
import type { Pool } from "../postgres.ts";

/** The events in the outbox, in the order in which they were appended. */
export async function emittedEvents(pool: Pool): Promise<EventToSend[]> {
  const { rows } = await pool.query<{ payload: EventToSend }>(
    "select payload from platform.outbox order by position",
  );
  return rows.map(({ payload }) => payload);
}
