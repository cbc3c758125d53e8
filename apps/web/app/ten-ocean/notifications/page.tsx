import type { Metadata } from "next";
import Link from "next/link";
import { markAllRead } from "#src/portal/notifications/list-actions.ts";
import { NotificationList } from "#src/portal/notifications/notification-list.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Notifications" };

const shown = 100;

export default async function NotificationsPage() {
  const { id: userId, role } = await requireRole("resident", "association-admin", "floor-captain");
  const notifications = await tenOcean().notifications.list({ userId, limit: shown });
  const unread = notifications.filter(({ readAt }) => readAt === undefined).length;
  return (
    <div className="page narrow">
      <h1>Notifications</h1>
      {role === "resident" && (
        <p>
          <Link href="/ten-ocean/profile/preferences">Choose how you hear of things</Link>
        </p>
      )}
      {unread > 1 && (
        <form action={markAllRead}>
          <button type="submit" className="text-button">
            Mark all as read
          </button>
        </form>
      )}
      {notifications.length === 0 && (
        <p>Nothing yet. What you are told by email or on your phone is kept here.</p>
      )}
      <NotificationList notifications={notifications} />
      {notifications.length === shown && <p className="muted">Only the latest {shown} are shown.</p>}
    </div>
  );
}
