import { sql } from "drizzle-orm";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { outbox } from "../schema/platform.ts";
import type { SentEvent, SentEvents } from "./port.ts";
import { keptTogether } from "./sent-together.ts";

/** Events of one statement, so that it stays well below what Postgres takes at once. */
const mostAtOnce = 500;

/** Keeps events beside those of the outbox, as accepted ones. */
export function postgresSentEvents(pool: Pool): SentEvents {
  const database = databaseOn(pool);

  /** In the order of ids, so that two workers that keep the same events do not wait for each other in turn. */
  async function write(events: readonly SentEvent[]): Promise<void> {
    const column = (values: readonly string[]) => sql.param([...values]);
    await database.execute(sql`
      insert into ${outbox} (id, name, payload, accepted_at)
      select sent.id, sent.name, sent.payload::json, now()
      from unnest(
        ${column(events.map(({ id }) => id))}::text[],
        ${column(events.map(({ name }) => name))}::text[],
        ${column(events.map((event) => JSON.stringify(event)))}::text[]
      ) as sent (id, name, payload)
      order by sent.id
      on conflict (id) do nothing`);
  }

  return guarded<SentEvents>("sent-events", keptTogether(write, mostAtOnce));
}
