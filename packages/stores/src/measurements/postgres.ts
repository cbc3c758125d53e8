import type { Log } from "@org/integrations/log";
import { sql } from "drizzle-orm";
import { type Database, databaseOn, guarded } from "../database.ts";
import { durationOf } from "../duration.ts";
import type { Pool } from "../postgres.ts";
import { measurementsKeptFor } from "../retention.ts";
import { measurements } from "../schema/measurements.ts";
import { type Gathered, gathering, hourOf } from "./gather.ts";
import { percentile } from "./histogram.ts";
import type { MeasuredTotal, Measurements, Measuring } from "./port.ts";

export interface MeasuringOptions {
  log: Pick<Log, "warn">;
  /** Milliseconds within which measurements are gathered for one statement; default 10,000. */
  delay?: number;
  /** Milliseconds since 1970; default: the clock. */
  now?: () => number;
}

const mostAtOnce = 500;
/** How many old rows a statement sweeps away: more than an hour adds with it. */
const sweptAtOnce = 1_000;

/** Measurements by hour in a table, whose old rows go as new ones come. */
export function postgresMeasuring(pool: Pool, options: MeasuringOptions): Measuring {
  const { log, delay = 10_000, now = Date.now } = options;
  const database = databaseOn(pool);
  const gathered = gathering(now);
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;
  let isClosed = false;

  function schedule(): void {
    if (isClosed || timer || gathered.isEmpty()) return;
    timer = setTimeout(() => {
      timer = undefined;
      void flush();
    }, delay);
    timer.unref();
  }

  async function writeAll(): Promise<void> {
    const rows = gathered.take();
    for (let from = 0; from < rows.length; from += mostAtOnce) {
      try {
        await write(database, rows.slice(from, from + mostAtOnce), now());
      } catch (error) {
        gathered.putBack(rows.slice(from));
        log.warn({ error }, "what was measured cannot be written down; it is tried again");
        return;
      }
    }
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
    saw(measurement) {
      gathered.add(measurement);
      schedule();
    },
    flush,
    async close() {
      isClosed = true;
      await flush();
    },
  };
}

export function postgresMeasurements(pool: Pool): Measurements {
  const database = databaseOn(pool);
  return guarded<Measurements>("measurements", {
    async totals({ since }) {
      const from = hourOf(Date.parse(since));
      const { rows } = await database.execute<TotalRow>(sql`
        with span as (select * from ${measurements} where hour >= ${from}::timestamptz),
        counts as (
          select kind, owner, name, sum(done)::float8 done, sum(failed)::float8 failed,
            sum(again)::float8 again, sum(limited)::float8 limited
          from span group by 1, 2, 3
        ), places as (
          select kind, owner, name, place, sum(count)::float8 count
          from span, unnest(durations) with ordinality as each(count, place) group by 1, 2, 3, 4
        )
        select counts.*, (
          select json_agg(count order by place) from places
          where (places.kind, places.owner, places.name) = (counts.kind, counts.owner, counts.name)
        ) durations
        from counts order by kind, owner, name`);
      return rows.map(totalOf);
    },
  });
}

interface TotalRow extends Record<string, unknown>, Omit<MeasuredTotal, "p50" | "p99"> {
  durations: number[];
}

function totalOf({ durations, ...row }: TotalRow): MeasuredTotal {
  const [p50, p99] = [percentile(durations, 0.5), percentile(durations, 0.99)];
  return { ...row, ...(p50 !== undefined && p99 !== undefined && { p50, p99 }) };
}

/** Takes its rows in the order of their keys, so that workers which meet in them cannot deadlock. */
async function write(database: Database, rows: readonly Gathered[], now: number): Promise<void> {
  const old = new Date(now - durationOf(measurementsKeptFor)).toISOString();
  await database.execute(sql`
    with old as (
      select hour, kind, owner, name from ${measurements} where hour < ${old}::timestamptz
      limit ${sweptAtOnce} for update skip locked
    ), swept as (
      delete from ${measurements} kept using old
      where (kept.hour, kept.kind, kept.owner, kept.name) = (old.hour, old.kind, old.owner, old.name)
    )
    insert into ${measurements} as kept (hour, kind, owner, name, done, failed, again, limited, durations)
    select hour, kind, owner, name, done, failed, again, limited, durations
    from json_to_recordset(${JSON.stringify(rows)}::json) as given(
      hour timestamptz, kind text, owner text, name text,
      done integer, failed integer, again integer, limited integer, durations integer[])
    order by hour, kind, owner, name
    on conflict (hour, kind, owner, name) do update set
      done = kept.done + excluded.done,
      failed = kept.failed + excluded.failed,
      again = kept.again + excluded.again,
      limited = kept.limited + excluded.limited,
      durations = (
        select array_agg(coalesce(a, 0) + coalesce(b, 0) order by place)
        from unnest(kept.durations, excluded.durations) with ordinality as both_of(a, b, place)
      )`);
}
