import type { Announcement } from "@org/stores/ten-ocean/port";
import styles from "./announcements.module.css";
import { audienceName } from "./audience.ts";
import { publishedAt } from "./published-at.ts";

/** When it was said and to whom. */
export function AnnouncementMeta({ announcement }: { announcement: Announcement }) {
  const { floor, urgent, publishedAt: at } = announcement;
  return (
    <p className="muted">
      {urgent && (
        <>
          <strong className={styles.urgent}>Urgent</strong>{" "}
        </>
      )}
      <time dateTime={at}>{publishedAt(at)}</time> · {audienceName(floor)}
    </p>
  );
}
