import type { City } from "../world/city.ts";
import { dayLong, type Invariant, isoOf } from "./invariant.ts";

/**
 * Nobody hears over a channel what they did not want there: what was sent is compared with what was wanted when it was
 * decided on, and with choices that are older than a day.
 */
export const nobodyWithoutConsent: Invariant = async (city) => [
  ...(await unwantedNews(city)),
  ...(await unwantedNotices(city)),
  ...(await unwantedDigests(city)),
];

/** News of products, which customers did not ask for. */
async function unwantedNews({ pool, now, memory }: City): Promise<string[]> {
  const { rows } = await pool.query<{ key: string; userId: string }>(
    `select key, note.user_id as "userId"
     from platform.deliveries sent
     join mohallamart.notifications note
       on sent.key = 'notification:' || note.notification_id || ':' || sent.channel
     left join mohallamart.preferences wanted using (user_id)
     where sent.status = 'sent' and sent.recorded_at > $1 and note.type like 'product.%'
       and not coalesce(case sent.channel when 'email' then by_email when 'sms' then by_sms else by_push end, false)
     order by key`,
    [isoOf(now() - dayLong)],
  );
  return rows
    .filter(({ userId }) => (memory.chosenAt.get(userId) ?? 0) < now() - dayLong)
    .map(({ key }) => `${key} left, and they do not want it`);
}

/** What the house's router decided not to send. */
async function unwantedNotices({ pool, now }: City): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>(
    `select key from platform.deliveries sent
     join ten_ocean.notifications note
       on sent.key = 'notification:' || note.notification_id || ':' || note.user_id || ':' || sent.channel
     where sent.status = 'sent' and sent.recorded_at > $1
       and not case sent.channel when 'email' then note.by_email else note.by_push end
     order by key`,
    [isoOf(now() - dayLong)],
  );
  return rows.map(({ key }) => `${key} left, and the router had decided against it`);
}

async function unwantedDigests({ pool, now, memory }: City): Promise<string[]> {
  const { rows } = await pool.query<{ key: string; userId: string }>(
    `select key, user_id as "userId" from platform.deliveries sent
     join ten_ocean.preferences on sent.key like 'notification:%-digest:%:' || user_id || ':email'
     where sent.status = 'sent' and sent.recorded_at > $1 and digest = 'off' order by key`,
    [isoOf(now() - dayLong)],
  );
  return rows
    .filter(({ userId }) => (memory.chosenAt.get(userId) ?? 0) < now() - 2 * dayLong)
    .map(({ key }) => `${key} left, and they want no digest`);
}
