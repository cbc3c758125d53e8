import type { Notifications } from "@org/stores/mohallamart/port";
import type { Outcome } from "../../outcome.ts";

export interface ReadNotifications {
  userId: string;
  notificationIds: readonly string[];
}

/** A customer has read notifications; those that are not their own are left alone. */
export function markNotificationsRead({ notifications }: { notifications: Pick<Notifications, "markRead"> }) {
  return async ({
    userId,
    notificationIds,
  }: ReadNotifications): Promise<Outcome<{ marked: number }, never>> => {
    let marked = 0;
    for (const notificationId of notificationIds) {
      if (await notifications.markRead(userId, notificationId)) marked += 1;
    }
    return { ok: true, marked };
  };
}
