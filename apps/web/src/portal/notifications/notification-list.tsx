import type { ListedNotification } from "@org/stores/ten-ocean/port";
import Link from "next/link";
import { formatDayTime } from "../building-time.ts";
import { kindWords } from "./kind-words.ts";
import { markRead } from "./list-actions.ts";
import styles from "./notification-list.module.css";
import { isOfPortal } from "./portal-path.ts";

/** What a member was told, latest first; what they have not read stands out and can be marked as read. */
export function NotificationList({ notifications }: { notifications: readonly ListedNotification[] }) {
  return (
    <ul>
      {notifications.map((notification) => (
        <NotificationEntry key={notification.notificationId} {...notification} />
      ))}
    </ul>
  );
}

function NotificationEntry({
  notificationId,
  kind,
  title,
  body,
  path,
  createdAt,
  readAt,
}: ListedNotification) {
  const isUnread = readAt === undefined;
  return (
    <li className={styles.entry} data-notification={notificationId} data-read={!isUnread}>
      <h2 className={styles.title}>
        {isOfPortal(path) ? <Link href={path}>{title}</Link> : title}
        {isUnread && <span className={styles.unread}>New</span>}
      </h2>
      <p>{body}</p>
      <div className={styles.foot}>
        <span className="muted">
          {kindWords[kind].title} · <time dateTime={createdAt}>{formatDayTime(createdAt)}</time>
        </span>
        {isUnread && (
          <form action={markRead}>
            <input type="hidden" name="notificationId" value={notificationId} />
            <button type="submit" className="text-button" aria-label={`Mark as read: ${title}`}>
              Mark as read
            </button>
          </form>
        )}
      </div>
    </li>
  );
}
