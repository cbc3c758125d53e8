import { eq } from "drizzle-orm";
import { type Database, onlyRow } from "../../database.ts";
import { preferences } from "../../schema/mohallamart-users.ts";
import { UnknownUserError } from "../errors.ts";
import type { PreferenceStore, Preferences } from "../port.ts";
import { requireUser } from "./users.ts";

export function preferencesIn(database: Database): PreferenceStore {
  const find = (userId: string) => database.select().from(preferences).where(eq(preferences.userId, userId));
  return {
    async get(userId) {
      const [row] = await find(userId);
      return row && preferencesFrom(row);
    },

    async initialize({ userId, language, area, channels }) {
      await requireUser(database, userId);
      await database
        .insert(preferences)
        .values({ userId, language, area, ...channelColumns(channels) })
        .onConflictDoNothing();
      return preferencesFrom(onlyRow(await find(userId)));
    },

    async update(userId, { language, area, channels }) {
      const [row] = await database
        .update(preferences)
        // The id is set to itself, so that a call without changes is an update as well.
        .set({ userId, language, area, ...(channels && channelColumns(channels)) })
        .where(eq(preferences.userId, userId))
        .returning();
      if (!row) throw new UnknownUserError(userId);
      return preferencesFrom(row);
    },
  };
}

function channelColumns({ email, sms, push }: Preferences["channels"]) {
  return { byEmail: email, bySms: sms, byPush: push };
}

function preferencesFrom(row: typeof preferences.$inferSelect): Preferences {
  const { userId, language, area, byEmail, bySms, byPush } = row;
  return {
    userId,
    language,
    area: area ?? undefined,
    channels: { email: byEmail, sms: bySms, push: byPush },
  };
}
