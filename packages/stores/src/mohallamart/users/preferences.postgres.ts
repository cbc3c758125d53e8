import { eq } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { given, sameRow } from "../../given.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import { preferences } from "../../schema/mohallamart-users.ts";
import type { PreferenceStore, Preferences } from "../port.ts";
import { UnknownUserError } from "./errors.ts";
import { countRevision, lockUser } from "./postgres.ts";

type PreferenceRow = typeof preferences.$inferSelect;

export function preferencesIn(database: Database): PreferenceStore {
  const find = (queryable: Queryable, userId: string) =>
    queryable.select().from(preferences).where(eq(preferences.userId, userId));
  return {
    async get(userId) {
      const [row] = await find(database, userId);
      return row && preferencesFrom(row);
    },

    async initialize({ userId, language, area, channels }, events) {
      return await database.transaction(async (transaction) => {
        await lockUser(transaction, userId);
        const { rowCount } = await transaction
          .insert(preferences)
          .values({ userId, language, area, ...channelColumns(channels) })
          .onConflictDoNothing();
        if (rowCount === 1) await countRevision(transaction, userId);
        if (rowCount === 1 && events) await appendEvents(transaction, eventsFor(events, undefined));
        return preferencesFrom(onlyRow(await find(transaction, userId)));
      });
    },

    async update(userId, { language, area, channels }, events) {
      return await database.transaction(async (transaction) => {
        await lockUser(transaction, userId);
        const [before] = await find(transaction, userId);
        if (!before) throw new UnknownUserError(userId);
        const after = { ...before, ...given({ language, area }), ...(channels && channelColumns(channels)) };
        if (sameRow(before, after)) return preferencesFrom(before);
        await transaction.update(preferences).set(after).where(eq(preferences.userId, userId));
        await countRevision(transaction, userId);
        if (events) await appendEvents(transaction, eventsFor(events, preferencesFrom(after)));
        return preferencesFrom(after);
      });
    },
  };
}

function channelColumns({ email, sms, push }: Preferences["channels"]) {
  return { byEmail: email, bySms: sms, byPush: push };
}

function preferencesFrom(row: PreferenceRow): Preferences {
  const { userId, language, area, byEmail, bySms, byPush } = row;
  return {
    userId,
    language,
    area: area ?? undefined,
    channels: { email: byEmail, sms: bySms, push: byPush },
  };
}
