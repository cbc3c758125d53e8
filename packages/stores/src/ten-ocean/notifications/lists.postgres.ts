import { and, asc, count, desc, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";
import { type Database, onlyRow, type Queryable } from "../../database.ts";
import { admins, residents } from "../../schema/ten-ocean.ts";
import { notifications } from "../../schema/ten-ocean-notifications.ts";
import type { ListedNotification, NotificationEntry, NotificationLists } from "../port.ts";

export function notificationListsIn(database: Database): NotificationLists {
  return {
    async add(notification, entries) {
      if (entries.length === 0) return [];
      const userIds = entries.map(({ userId }) => userId);
      return await database.transaction(async (transaction) => {
        const existing = await existingOf(transaction, userIds);
        const rows = entries.flatMap(({ userId, email, push, heldForDigest }) => {
          const member = existing.get(userId);
          return member
            ? [{ ...notification, ...member, userId, byEmail: email, byPush: push, heldForDigest }]
            : [];
        });
        if (rows.length > 0) await transaction.insert(notifications).values(rows).onConflictDoNothing();
        const kept = await transaction
          .select()
          .from(notifications)
          .where(
            and(
              eq(notifications.notificationId, notification.notificationId),
              inArray(notifications.userId, userIds),
            ),
          )
          .orderBy(asc(notifications.userId));
        return kept.map(entryFrom);
      });
    },

    async list({ userId, unreadOnly = false, heldForDigest, since, until, limit = 50 }) {
      const conditions = [
        eq(notifications.userId, userId),
        unreadOnly ? isNull(notifications.readAt) : undefined,
        heldForDigest === undefined ? undefined : eq(notifications.heldForDigest, heldForDigest),
        since === undefined ? undefined : gte(notifications.createdAt, new Date(since)),
        until === undefined ? undefined : lt(notifications.createdAt, new Date(until)),
      ];
      const rows = await database
        .select()
        .from(notifications)
        .where(and(...conditions))
        .orderBy(desc(notifications.createdAt), desc(notifications.notificationId))
        .limit(limit);
      return rows.map(listedFrom);
    },

    async unread(userId) {
      const rows = await database
        .select({ unread: count() })
        .from(notifications)
        .where(and(eq(notifications.userId, userId), isNull(notifications.readAt)));
      return onlyRow(rows).unread;
    },

    async markRead(userId, notificationIds) {
      if (notificationIds?.length === 0) return 0;
      const these = notificationIds && inArray(notifications.notificationId, [...notificationIds]);
      const { rowCount } = await database
        .update(notifications)
        .set({ readAt: sql`now()` })
        .where(and(eq(notifications.userId, userId), isNull(notifications.readAt), these));
      return rowCount ?? 0;
    },
  };
}

/** The lock keeps a resident from being removed until their entry is there, and goes with them. */
async function existingOf(
  transaction: Queryable,
  userIds: readonly string[],
): Promise<Map<string, { residentId: string | null }>> {
  const people = await transaction
    .select({ userId: residents.userId })
    .from(residents)
    .where(inArray(residents.userId, [...userIds]))
    .orderBy(asc(residents.userId))
    .for("key share");
  const officers = await transaction
    .select({ userId: admins.adminId })
    .from(admins)
    .where(inArray(admins.adminId, [...userIds]));
  return new Map<string, { residentId: string | null }>([
    ...people.map(({ userId }) => [userId, { residentId: userId }] as const),
    ...officers.map(({ userId }) => [userId, { residentId: null }] as const),
  ]);
}

type NotificationRow = typeof notifications.$inferSelect;

function entryFrom({ userId, byEmail, byPush, heldForDigest }: NotificationRow): NotificationEntry {
  return { userId, email: byEmail, push: byPush, heldForDigest };
}

function listedFrom(row: NotificationRow): ListedNotification {
  const { notificationId, kind, title, body, path, createdAt, readAt } = row;
  return {
    notificationId,
    kind,
    title,
    body,
    path,
    ...entryFrom(row),
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString(),
  };
}
