import { sql } from "drizzle-orm";
import { databaseOn } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { eventTraces } from "../schema/event-traces.ts";
import { outbox } from "../schema/platform.ts";
import type { EventTrace, EventTraces } from "./port.ts";
import { type EventTracesOptions, gatheredTraces } from "./traces-gathered.ts";

const mostAtOnce = 1_000;

/** Traces in a table beside the outbox, which holds only those of events that are still looked for. */
export function postgresEventTraces(pool: Pool, options: EventTracesOptions): EventTraces {
  const database = databaseOn(pool);

  /** Events that are looked for no more, or were erased with their person, get none. */
  async function write(traces: readonly EventTrace[]): Promise<void> {
    const column = (values: readonly (string | boolean)[]) => sql.param([...values]);
    await database.execute(sql`
      insert into ${eventTraces} (event_id, function_id, ended)
      select seen.event_id, seen.function_id, seen.ended
      from unnest(
        ${column(traces.map(({ eventId }) => eventId))}::text[],
        ${column(traces.map(({ functionId }) => functionId))}::text[],
        ${column(traces.map(({ ended }) => ended))}::boolean[]
      ) as seen (event_id, function_id, ended)
      join ${outbox} kept on kept.id = seen.event_id and kept.traced_at is null
      order by seen.event_id, seen.function_id
      on conflict (event_id, function_id) do update set ended = true, seen_at = now()
        where excluded.ended and not ${eventTraces.ended}`);
  }

  return gatheredTraces(write, mostAtOnce, options);
}
