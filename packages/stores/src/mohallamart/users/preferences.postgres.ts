import { eq } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { given, sameRow } from "../../given.ts";
import { appendEvents, eventsFor } from "../../outbox/append.ts";
import type { QuietHours } from "../../quiet-hours.ts";
import { orders } from "../../schema/mohallamart.ts";
import { preferences } from "../../schema/mohallamart-users.ts";
import type { PreferenceStore, Preferences } from "../port.ts";
import { recordConsents } from "./consents.postgres.ts";
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

    async initialize({ userId, language, area, channels, quietHours }, events, source = "account-opened") {
      return await database.transaction(async (transaction) => {
        await lockUser(transaction, userId);
        const { rowCount } = await transaction
          .insert(preferences)
          .values({ userId, language, area, ...channelColumns(channels), ...quietColumns(quietHours) })
          .onConflictDoNothing();
        if (rowCount === 1) await countRevision(transaction, userId);
        if (rowCount === 1) await recordConsents(transaction, userId, { channels, source });
        if (rowCount === 1 && source === "account-page") await speakOfOrders(transaction, userId, language);
        if (rowCount === 1 && events) await appendEvents(transaction, eventsFor(events, undefined));
        return preferencesFrom(onlyRow(await find(transaction, userId)));
      });
    },

    async update(userId, { language, area, channels, quietHours }, events, source = "account-page") {
      return await database.transaction(async (transaction) => {
        await lockUser(transaction, userId);
        const [before] = await find(transaction, userId);
        if (!before) throw new UnknownUserError(userId);
        const after = {
          ...before,
          ...given({ language, area }),
          ...(channels && channelColumns(channels)),
          ...(quietHours !== undefined && quietColumns(quietHours)),
        };
        if (sameRow(before, after)) return preferencesFrom(before);
        await transaction.update(preferences).set(after).where(eq(preferences.userId, userId));
        // Messages about what they ordered before are written in it as well.
        if (after.language !== before.language) await speakOfOrders(transaction, userId, after.language);
        await countRevision(transaction, userId);
        const chosen = preferencesFrom(after);
        const changed = { before: preferencesFrom(before).channels, channels: chosen.channels, source };
        await recordConsents(transaction, userId, changed);
        if (events) await appendEvents(transaction, eventsFor(events, chosen));
        return chosen;
      });
    },
  };
}

async function speakOfOrders(transaction: Queryable, userId: string, language: string): Promise<void> {
  await transaction.update(orders).set({ language }).where(eq(orders.userId, userId));
}

function channelColumns({ email, sms, push }: Preferences["channels"]) {
  return { byEmail: email, bySms: sms, byPush: push };
}

function quietColumns(quietHours: QuietHours | null | undefined) {
  return { quietFrom: quietHours?.from ?? null, quietTo: quietHours?.to ?? null };
}

function preferencesFrom(row: PreferenceRow): Preferences {
  const { userId, language, area, byEmail, bySms, byPush, quietFrom: from, quietTo: to } = row;
  return {
    userId,
    language,
    area: area ?? undefined,
    channels: { email: byEmail, sms: bySms, push: byPush },
    quietHours: from === null || to === null ? undefined : { from, to },
  };
}
