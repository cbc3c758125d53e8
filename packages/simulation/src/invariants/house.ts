import { dayLong, type Invariant, isoOf } from "./invariant.ts";

/** Digests tell of every hour once: each begins where the last one ended, and none is missing. */
export const digestsTellOnce: Invariant = async ({ pool, now }, { day }) => {
  const { rows } = await pool.query<{ period: string; since: Date; until: Date; last: Date | null }>(
    `select period, since, until, lag(until) over (partition by period order by until) as last
     from ten_ocean.digests order by period, until`,
  );
  const gaps = rows
    .filter(({ since, last }) => last !== null && last.getTime() !== since.getTime())
    .map(({ period, until }) => `the ${period} digest until ${isoOf(until.getTime())} begins elsewhere`);
  const daily = rows.filter(({ period }) => period === "daily").at(-1);
  const isLate = day > 0 && (daily?.until.getTime() ?? 0) < now() - dayLong;
  return [...gaps, ...(isLate ? ["today's daily digest is missing"] : [])];
};

/** Nobody sits on a seat that there is not. */
export const seatsAreEnough: Invariant = async ({ pool }) => {
  const { rows } = await pool.query<{ id: string; taken: number; capacity: number }>(
    `select event_id as id, sum(seats)::int as taken, capacity
     from ten_ocean.community_events join ten_ocean.rsvps using (event_id)
     where seated and capacity is not null group by event_id, capacity having sum(seats) > capacity order by 1`,
  );
  return rows.map(({ id, taken, capacity }) => `${taken} seats of ${capacity} are taken at ${id}`);
};
