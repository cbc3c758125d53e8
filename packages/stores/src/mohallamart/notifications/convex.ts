import type { ConvexDeployment } from "../../convex/deployment.ts";
import { functions } from "../../convex/functions.ts";
import { marketCalls } from "../convex-refusals.ts";
import type { Notification, Notifications } from "./port.ts";

export function convexNotifications(deployment: ConvexDeployment): Notifications {
  const { query, mutation } = marketCalls(deployment, "notifications");
  const { notifications } = functions;
  return {
    add: ({ notificationId, userId, type, title, body, data }) =>
      mutation(notifications.add, {
        notificationId,
        userId,
        type,
        title,
        body,
        data: data && JSON.stringify(data),
      }),
    async get(notificationId) {
      const found = await query(notifications.get, { notificationId });
      return found === null ? undefined : notificationFrom(found);
    },
    async list({ userId, unreadOnly = false, limit = 50 }) {
      const found = await query(notifications.list, { userId, unreadOnly, limit });
      return found.map(notificationFrom);
    },
    markRead: (userId, notificationId) => mutation(notifications.markRead, { userId, notificationId }),
  };
}

/** Its data hold what `add` wrote, and nothing else writes them. */
function notificationFrom({ data, ...rest }: Omit<Notification, "data"> & { data?: string }): Notification {
  return { ...rest, readAt: rest.readAt, data: data === undefined ? undefined : JSON.parse(data) };
}
