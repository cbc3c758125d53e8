import type { Notification } from "@org/stores/mohallamart/port";
import Link from "next/link";
import { formatDateTime } from "../format.ts";
import { markRead } from "./inbox-actions.ts";
import styles from "./notification-list.module.css";
import { targetOf } from "./notification-target.ts";

/** A customer's notifications, latest first; the unread ones stand out and can be marked as read. */
export function NotificationList({ notifications }: { notifications: readonly Notification[] }) {
  return (
    <ul className={styles.list}>
      {notifications.map((notification) => (
        <NotificationEntry key={notification.notificationId} notification={notification} />
      ))}
    </ul>
  );
}

function NotificationEntry({ notification }: { notification: Notification }) {
  const { notificationId, title, body, createdAt, readAt } = notification;
  const target = targetOf(notification);
  return (
    <li className={styles.entry} data-notification={notificationId} data-read={readAt !== undefined}>
      <p className={styles.title}>
        {target === undefined ? title : <Link href={target}>{title}</Link>}
        {readAt === undefined && <span className={styles.unread}>New</span>}
      </p>
      <p>{body}</p>
      <div className={styles.foot}>
        <time dateTime={createdAt} className="muted">
          {formatDateTime(createdAt)}
        </time>
        {readAt === undefined && (
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
