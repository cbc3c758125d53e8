import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { tenOceanCommands } from "#src/commands.ts";
import { LiveUpdates } from "#src/live/live-updates.tsx";
import { Following } from "#src/portal/forum/following.tsx";
import styles from "#src/portal/forum/forum.module.css";
import { findThread, findTitle, forumReader, notToldBy } from "#src/portal/forum/thread-page.ts";
import { ThreadForm, ThreadPosts } from "#src/portal/forum/thread-posts.tsx";
import { threadPath, toThreadQuery } from "#src/portal/forum/thread-query.ts";

type Props = PageProps<"/ten-ocean/forum/[topicId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await findTitle((await params).topicId)) ?? "Nothing at this address" };
}

export default async function TopicPage({ params, searchParams }: Props) {
  const reader = await forumReader();
  const { topicId } = await params;
  const query = toThreadQuery(await searchParams);
  const found = await findThread(topicId, query);
  if (!found) notFound();
  const { thread, version } = found;
  const notTold = await notToldBy(thread, query, reader);
  const last = thread.posts.at(-1)?.postId;
  if (reader.role === "resident" && last) {
    await tenOceanCommands().readTopic({ topicId, upTo: last, reader });
  }
  return (
    <div className="page narrow">
      <p>
        <Link href="/ten-ocean/forum">Forum</Link>
      </p>
      <h1 className={styles.title} dir="auto">
        {thread.topic.title}
      </h1>
      {reader.role === "resident" && <Following topicId={topicId} choice={thread.choice} />}
      {notTold.length > 0 && (
        <div className="notice" role="status">
          <p>Your post is written.</p>
          {notTold.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <ThreadPosts thread={thread} query={query} reader={reader} />
      <ThreadForm thread={thread} query={query} reader={reader} />
      <LiveUpdates url={`${threadPath(topicId)}/progress`} version={version} settled={false} />
      <noscript>
        <p>
          <a href={threadPath(topicId, { unread: true })}>Look for new posts</a>
        </p>
      </noscript>
    </div>
  );
}
