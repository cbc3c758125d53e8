import type { Metadata } from "next";
import { markRead } from "#src/inbox/inbox-actions.ts";
import { NotificationList } from "#src/inbox/notification-list.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart } from "#src/stores.ts";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage() {
  const { id: userId } = await requireRole("customer");
  const notifications = await mohallaMart().notifications.list({ userId });
  const unread = notifications.filter(({ readAt }) => readAt === undefined);
  return (
    <div className="page narrow">
      <h1>Notifications</h1>
      {unread.length > 1 && (
        <form action={markRead}>
          {unread.map(({ notificationId }) => (
            <input key={notificationId} type="hidden" name="notificationId" value={notificationId} />
          ))}
          <button type="submit" className="text-button">
            Mark all as read
          </button>
        </form>
      )}
      {notifications.length === 0 && (
        <p>Nothing yet. What we tell you about your orders and the products you watch is kept here.</p>
      )}
      <NotificationList notifications={notifications} />
    </div>
  );
}
