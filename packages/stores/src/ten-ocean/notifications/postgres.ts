import { asc, eq, inArray, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { given } from "../../given.ts";
import type { QuietHours } from "../../quiet-hours.ts";
import { residents } from "../../schema/ten-ocean.ts";
import { preferenceKinds, preferences } from "../../schema/ten-ocean-notifications.ts";
import type {
  KindPreference,
  NotificationKind,
  PreferenceChanges,
  PreferenceStore,
  Preferences,
} from "../port.ts";
import { requireResident } from "../verification/residents.postgres.ts";
import { notificationKinds } from "./kinds.ts";

const unchosen: KindPreference = { email: true, push: true, timing: "immediate" };
const defaultDigest = "weekly";

export function preferencesIn(database: Database): PreferenceStore {
  return {
    async get(userId) {
      const [found] = await read(database, [userId]);
      if (!found) await requireResident(database, userId);
      return onlyRow(found ? [found] : await read(database, [userId]));
    },

    list: (userIds) => read(database, userIds),

    async update(userId, changes) {
      return await database.transaction(async (transaction) => {
        await requireResident(transaction, userId);
        await writeOverall(transaction, userId, changes);
        const [before] = await read(transaction, [userId]);
        for (const kind of notificationKinds) {
          const change = changes.kinds?.[kind];
          if (change)
            await writeKind(transaction, { ...before?.kinds[kind], ...given(change), userId, kind });
        }
        return onlyRow(await read(transaction, [userId]));
      });
    },
  };
}

/** The row is written even without a change: its lock lets two changes of one resident take turns. */
async function writeOverall(
  transaction: Queryable,
  userId: string,
  { digest, quietHours }: PreferenceChanges,
): Promise<void> {
  const quiet =
    quietHours === undefined ? {} : { quietFrom: quietHours?.from ?? null, quietTo: quietHours?.to ?? null };
  await transaction
    .insert(preferences)
    .values({ userId, digest: digest ?? defaultDigest, ...quiet })
    .onConflictDoUpdate({ target: preferences.userId, set: { userId, ...given({ digest }), ...quiet } });
}

async function writeKind(
  transaction: Queryable,
  { userId, kind, ...chosen }: Partial<KindPreference> & { userId: string; kind: NotificationKind },
): Promise<void> {
  const row = { ...unchosen, ...chosen };
  const set = { byEmail: row.email, byPush: row.push, timing: row.timing };
  await transaction
    .insert(preferenceKinds)
    .values({ userId, kind, ...set })
    .onConflictDoUpdate({ target: [preferenceKinds.userId, preferenceKinds.kind], set });
}

async function read(queryable: Queryable, userIds: readonly string[]): Promise<Preferences[]> {
  if (userIds.length === 0) return [];
  const chosenKinds = sql<ChosenKind[] | null>`(
    select json_agg(json_build_array(${preferenceKinds.kind}, ${preferenceKinds.byEmail}, ${preferenceKinds.byPush}, ${preferenceKinds.timing}))
    from ${preferenceKinds} where ${preferenceKinds.userId} = ${residents.userId})`;
  const { digest, quietFrom, quietTo } = preferences;
  const rows = await queryable
    .select({ userId: residents.userId, digest, quietFrom, quietTo, chosenKinds })
    .from(residents)
    .leftJoin(preferences, eq(preferences.userId, residents.userId))
    .where(inArray(residents.userId, [...userIds]))
    .orderBy(asc(residents.userId));
  return rows.map((row) => ({
    userId: row.userId,
    kinds: kindsFrom(row.chosenKinds ?? []),
    digest: row.digest ?? defaultDigest,
    quietHours: quietHoursFrom(row),
  }));
}

type ChosenKind = [NotificationKind, boolean, boolean, KindPreference["timing"]];

function kindsFrom(chosen: readonly ChosenKind[]): Preferences["kinds"] {
  const of = (wanted: NotificationKind): KindPreference => {
    const found = chosen.find(([kind]) => kind === wanted);
    if (!found) return unchosen;
    const [, email, push, timing] = found;
    return { email, push, timing };
  };
  return {
    announcement: of("announcement"),
    community: of("community"),
    maintenance: of("maintenance"),
    forum: of("forum"),
    verification: of("verification"),
  };
}

function quietHoursFrom({
  quietFrom: from,
  quietTo: to,
}: {
  quietFrom: string | null;
  quietTo: string | null;
}): QuietHours | undefined {
  return from === null || to === null ? undefined : { from, to };
}
