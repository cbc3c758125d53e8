import { eq } from "drizzle-orm";
import { type Database, onlyRow } from "../../database.ts";
import { preferences } from "../../schema/ten-ocean.ts";
import type { PreferenceStore, Preferences } from "../port.ts";
import { requireResident } from "../verification/residents.postgres.ts";

const defaults = { byEmail: true, byPush: true, digest: "weekly" } as const;

export function preferencesIn(database: Database): PreferenceStore {
  return {
    async get(userId) {
      const [row] = await database.select().from(preferences).where(eq(preferences.userId, userId));
      if (!row) await requireResident(database, userId);
      return preferencesFrom(row ?? { userId, ...defaults });
    },

    async update(userId, { channels, digest }) {
      await requireResident(database, userId);
      const changes = { byEmail: channels?.email, byPush: channels?.push, digest };
      const rows = await database
        .insert(preferences)
        .values({
          userId,
          byEmail: changes.byEmail ?? defaults.byEmail,
          byPush: changes.byPush ?? defaults.byPush,
          digest: digest ?? defaults.digest,
        })
        // The id is set to itself, so that a call without changes returns the row as well.
        .onConflictDoUpdate({ target: preferences.userId, set: { userId, ...changes } })
        .returning();
      return preferencesFrom(onlyRow(rows));
    },
  };
}

function preferencesFrom({ userId, byEmail, byPush, digest }: typeof preferences.$inferSelect): Preferences {
  return { userId, channels: { email: byEmail, push: byPush }, digest };
}
