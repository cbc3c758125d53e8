import { count } from "@org/commands/words";
import Link from "next/link";
import { Icon } from "./icon.tsx";
import styles from "./portal-nav.module.css";

/** The way to a member's notifications on a phone, with how many they have not read. */
export function NotificationBell({ unread }: { unread: number }) {
  return (
    <Link href="/ten-ocean/notifications" prefetch={false} className={styles.bell}>
      <Icon name="notifications" className={styles.icon} />
      <span className="visually-hidden">{count(unread, "unread notification")}</span>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread}
        </span>
      )}
    </Link>
  );
}
