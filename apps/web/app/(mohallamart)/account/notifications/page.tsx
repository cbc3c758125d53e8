import type { Metadata } from "next";
import { currentWords } from "#src/language/current-words.ts";
import { markRead } from "#src/notifications/notification-actions.ts";
import { NotificationList } from "#src/notifications/notification-list.tsx";
import { notificationWords } from "#src/notifications/words.ts";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart } from "#src/stores.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords(notificationWords)).say("title") };
}

export default async function NotificationsPage() {
  const { id: userId } = await requireRole("customer");
  const notifications = await mohallaMart().notifications.list({ userId });
  const unread = notifications.filter(({ readAt }) => readAt === undefined);
  const { say } = await currentWords(notificationWords);
  return (
    <div className="page narrow">
      <h1>{say("title")}</h1>
      {unread.length > 1 && (
        <form action={markRead}>
          {unread.map(({ notificationId }) => (
            <input key={notificationId} type="hidden" name="notificationId" value={notificationId} />
          ))}
          <button type="submit" className="text-button">
            {say("markAll")}
          </button>
        </form>
      )}
      {notifications.length === 0 && <p>{say("none")}</p>}
      <NotificationList notifications={notifications} />
    </div>
  );
}
