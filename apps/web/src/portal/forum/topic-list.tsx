import { count } from "@org/commands/words";
import type { TopicSummary } from "@org/stores/ten-ocean/port";
import Link from "next/link";
import { formatDayTime } from "../building-time.ts";
import styles from "./forum.module.css";
import { threadPath } from "./thread-query.ts";

/** Topics, the latest activity first, with what is new to the reader. */
export function TopicList({ topics }: { topics: readonly TopicSummary[] }) {
  return (
    <ul className={styles.topics}>
      {topics.map((topic) => (
        <TopicEntry key={topic.topicId} {...topic} />
      ))}
    </ul>
  );
}

function TopicEntry({ topicId, title, author, lastPostAt, posts, unread, muted }: TopicSummary) {
  return (
    <li data-topic={topicId}>
      <h2>
        {/* Opening a topic marks it as read, so nothing opens it in advance. */}
        <Link href={threadPath(topicId, { unread: unread > 0 })} prefetch={false} dir="auto">
          {title}
        </Link>
        {unread > 0 && <span className={styles.badge}>{unread} new</span>}
        {muted && <span className={styles.quietBadge}>Muted</span>}
      </h2>
      <p className="muted">
        {author || "A former resident"} · {count(posts, "post")} · last{" "}
        <time dateTime={lastPostAt}>{formatDayTime(lastPostAt)}</time>
      </p>
    </li>
  );
}
