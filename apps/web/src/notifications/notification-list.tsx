import type { Notification } from "@org/stores/mohallamart/port";
import type { Words } from "@org/stores/mohallamart/words/catalogue";
import Link from "next/link";
import { formatDateTime } from "../format.ts";
import { currentWords } from "../language/current-words.ts";
import { markRead } from "./notification-actions.ts";
import styles from "./notification-list.module.css";
import { targetOf } from "./notification-target.ts";
import { notificationWords } from "./words.ts";

/** A customer's notifications, latest first; the unread ones stand out and can be marked as read. */
export async function NotificationList({ notifications }: { notifications: readonly Notification[] }) {
  const words = await currentWords(notificationWords);
  return (
    <ul className={styles.list}>
      {notifications.map((notification) => (
        <NotificationEntry key={notification.notificationId} notification={notification} words={words} />
      ))}
    </ul>
  );
}

interface EntryProps {
  notification: Notification;
  words: Words<typeof notificationWords>;
}

function NotificationEntry({ notification, words: { say, language } }: EntryProps) {
  const { notificationId, title, body, createdAt, readAt } = notification;
  const target = targetOf(notification);
  return (
    <li className={styles.entry} data-notification={notificationId} data-read={readAt !== undefined}>
      <p className={styles.title}>
        {target === undefined ? title : <Link href={target}>{title}</Link>}
        {readAt === undefined && <span className={styles.unread}>{say("fresh")}</span>}
      </p>
      <p>{body}</p>
      <div className={styles.foot}>
        <time dateTime={createdAt} className="muted">
          {formatDateTime(createdAt, language)}
        </time>
        {readAt === undefined && (
          <form action={markRead}>
            <input type="hidden" name="notificationId" value={notificationId} />
            <button type="submit" className="text-button" aria-label={say("markReadNamed", { title })}>
              {say("markRead")}
            </button>
          </form>
        )}
      </div>
    </li>
  );
}
