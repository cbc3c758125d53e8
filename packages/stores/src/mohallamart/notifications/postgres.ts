import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { notifications } from "../../schema/mohallamart-users.ts";
import type { Notification, Notifications } from "../port.ts";
import { requireUser } from "../users/postgres.ts";

export function notificationsIn(database: Database): Notifications {
  return {
    async add(notification) {
      await requireUser(database, notification.userId);
      const { rowCount } = await database.insert(notifications).values(notification).onConflictDoNothing();
      return rowCount === 1;
    },

    async get(notificationId) {
      const [row] = await database
        .select()
        .from(notifications)
        .where(eq(notifications.notificationId, notificationId));
      return row && notificationFrom(row);
    },

    async list({ userId, unreadOnly = false, limit = 50 }) {
      const rows = await database
        .select()
        .from(notifications)
        .where(and(eq(notifications.userId, userId), unreadOnly ? isNull(notifications.readAt) : undefined))
        .orderBy(desc(notifications.createdAt), desc(notifications.notificationId))
        .limit(limit);
      return rows.map(notificationFrom);
    },

    async markRead(userId, notificationId) {
      const { rowCount } = await database
        .update(notifications)
        .set({ readAt: sql`now()` })
        .where(
          and(
            eq(notifications.userId, userId),
            eq(notifications.notificationId, notificationId),
            isNull(notifications.readAt),
          ),
        );
      return rowCount === 1;
    },
  };
}

function notificationFrom({
  data,
  createdAt,
  readAt,
  ...row
}: typeof notifications.$inferSelect): Notification {
  return {
    ...row,
    data: data ?? undefined,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString(),
  };
}
