import { sql } from "drizzle-orm";
import { databaseOn, guarded } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { outbox } from "../schema/platform.ts";
import type { SentEvent, SentEvents } from "./port.ts";

/** Events of one statement, so that it stays well below what Postgres takes at once. */
const mostAtOnce = 500;

interface Waiting {
  events: readonly SentEvent[];
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Keeps events beside those of the outbox, as accepted ones. What several steps send while a statement is under way is
 * written by the next one together: each waits for its own, and a busy worker commits less often.
 */
export function postgresSentEvents(pool: Pool): SentEvents {
  const database = databaseOn(pool);
  const waiting: Waiting[] = [];
  let isWriting = false;

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

  async function writeTogether(batch: readonly Waiting[]): Promise<void> {
    try {
      await write(batch.flatMap(({ events }) => events));
      for (const { resolve } of batch) resolve();
    } catch (error) {
      const [only, ...others] = batch;
      if (others.length === 0) return only?.reject(error);
      // One that cannot be written keeps none of the others from it.
      for (const each of batch) await writeTogether([each]);
    }
  }

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) await writeTogether(takeBatch(waiting));
    isWriting = false;
  }

  return guarded<SentEvents>("sent-events", {
    keep(events) {
      if (events.length === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        waiting.push({ events, resolve, reject });
        if (!isWriting) void writeAll();
      });
    },
  });
}

/** Takes from the front what one statement may hold; of one step it takes all. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  const batch: Waiting[] = [];
  let count = 0;
  for (let next = waiting[0]; next && (count === 0 || count + next.events.length <= mostAtOnce); ) {
    batch.push(next);
    count += next.events.length;
    waiting.shift();
    next = waiting[0];
  }
  return batch;
}
