import type { Metadata } from "next";
import Link from "next/link";
import { namedId } from "#src/http/typed-text.ts";
import styles from "#src/portal/forum/forum.module.css";
import { forumReader } from "#src/portal/forum/thread-page.ts";
import { TopicList } from "#src/portal/forum/topic-list.tsx";
import { tenOcean } from "#src/stores.ts";

export const metadata: Metadata = { title: "Forum" };

const pageSize = 30;

export default async function ForumPage({ searchParams }: PageProps<"/ten-ocean/forum">) {
  const reader = await forumReader();
  const cursor = namedId((await searchParams).before);
  const { forum } = tenOcean();
  const found = await forum.topics({ reader: reader.id, before: cursor, limit: pageSize + 1 });
  const topics = found.slice(0, pageSize);
  const older = found.length > pageSize ? topics.at(-1)?.cursor : undefined;
  return (
    <div className="page narrow">
      <div className={styles.top}>
        <h1>Forum</h1>
        {reader.role === "resident" && (
          <Link href="/ten-ocean/forum/new" className="button">
            Start a topic
          </Link>
        )}
      </div>
      {topics.length > 0 && <TopicList topics={topics} />}
      {topics.length === 0 && (
        <p>
          {cursor ? "There are no older topics." : "Nobody has written yet. Ask your neighbors something."}
        </p>
      )}
      {(cursor || older) && (
        <nav aria-label="Pages" className={styles.paging}>
          {cursor && <Link href="/ten-ocean/forum">Latest topics</Link>}
          {older && <Link href={`/ten-ocean/forum?before=${older}`}>Older topics</Link>}
        </nav>
      )}
    </div>
  );
}
