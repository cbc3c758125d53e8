import type { Log } from "@org/integrations/log";
import { sql } from "drizzle-orm";
import { databaseOn } from "../database.ts";
import type { Pool } from "../postgres.ts";
import { eventTraces } from "../schema/event-traces.ts";
import { outbox } from "../schema/platform.ts";
import type { EventTrace, EventTraces } from "./port.ts";

export interface EventTracesOptions {
  log: Pick<Log, "warn">;
  /** Milliseconds within which traces are gathered for one statement; default 500. */
  delay?: number;
}

/** A busy worker starts a hundred runs a second: enough for a minute in which the database is away. */
const mostUnwritten = 20_000;
/** What was written is seen again with each call of a run. */
const mostRemembered = 50_000;
const mostAtOnce = 1_000;

/** Traces in a table beside the outbox, which holds only those of events that are still looked for. */
export function postgresEventTraces(pool: Pool, { log, delay = 500 }: EventTracesOptions): EventTraces {
  const database = databaseOn(pool);
  const unwritten = new Map<string, EventTrace>();
  const written = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let isClosed = false;

  function schedule(): void {
    if (isClosed || timer || unwritten.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, delay);
    timer.unref();
  }

  async function writeAll(): Promise<void> {
    while (unwritten.size > 0) {
      const batch = [...unwritten].slice(0, mostAtOnce);
      for (const [key] of batch) unwritten.delete(key);
      try {
        await write(batch.map(([, trace]) => trace));
      } catch (error) {
        for (const [key, trace] of batch) if (!unwritten.has(key)) unwritten.set(key, trace);
        log.warn(
          { error, traces: unwritten.size },
          "what events started cannot be written down; it is tried again",
        );
        return;
      }
      for (const [key, { ended }] of batch) remember(key, ended);
    }
  }

  function remember(key: string, ended: boolean): void {
    if (written.size >= mostRemembered) written.clear();
    written.add(seenAs(key, ended));
  }

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

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    await writing;
    writing ??= writeAll().finally(() => {
      writing = undefined;
    });
    await writing;
    schedule();
  }

  return {
    saw(trace) {
      const key = JSON.stringify([trace.eventId, trace.functionId]);
      if (written.has(seenAs(key, true)) || (!trace.ended && written.has(seenAs(key, false)))) return;
      if (unwritten.get(key)?.ended) return;
      if (unwritten.size >= mostUnwritten && !unwritten.has(key)) return;
      unwritten.set(key, trace);
      schedule();
    },
    flush,
    async close() {
      isClosed = true;
      await flush();
    },
  };
}

function seenAs(key: string, ended: boolean): string {
  return `${ended ? "ended" : "began"} ${key}`;
}
