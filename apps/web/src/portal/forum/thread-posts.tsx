import type { Person } from "@org/commands/sessions/person";
import { newPostId } from "@org/commands/ten-ocean/forum/forum-request";
import type { Thread, ThreadPost } from "@org/stores/ten-ocean/port";
import Link from "next/link";
import styles from "./forum.module.css";
import { authorOf, PostEntry } from "./post-entry.tsx";
import { EditForm, ReplyForm } from "./post-form.tsx";
import { RemovalForm } from "./removal-form.tsx";
import { textToEdit } from "./thread-page.ts";
import { type ThreadQuery, threadPath } from "./thread-query.ts";

interface ThreadProps {
  thread: Thread;
  query: ThreadQuery;
  reader: Person;
}

/** A page of posts, one of which may be open in a form. */
export async function ThreadPosts({ thread, query, reader }: ThreadProps) {
  const { topicId } = thread.topic;
  const text = await textToEdit(thread, query, reader);
  const formOf = ({ postId, userId }: ThreadPost) => {
    const ids = { topicId, postId };
    const isOwn = userId === reader.id;
    if (query.edit === postId && text !== undefined) {
      return <EditForm {...ids} text={text} back={threadPath(topicId, { from: postId }, postId)} />;
    }
    const mayRemove = isOwn || reader.role === "association-admin";
    return query.remove === postId && mayRemove ? <RemovalForm {...ids} asks={!isOwn} /> : undefined;
  };
  return (
    <>
      <Paging thread={thread} />
      <ol>
        {thread.posts.map((post) => (
          <PostEntry key={post.postId} post={post} thread={thread} reader={reader} form={formOf(post)} />
        ))}
      </ol>
      <Paging thread={thread} />
    </>
  );
}

function Paging({ thread: { topic, posts, hasEarlier, hasLater } }: { thread: Thread }) {
  const [first, last] = [posts[0]?.postId, posts.at(-1)?.postId];
  if (!hasEarlier && !hasLater) return null;
  return (
    <nav aria-label="Pages" className={styles.paging}>
      {hasEarlier && <Link href={threadPath(topic.topicId, { before: first })}>Earlier posts</Link>}
      {hasLater && <Link href={threadPath(topic.topicId, { after: last })}>Later posts</Link>}
    </nav>
  );
}

/** Where residents reply; not while another form is open, so that the page has one text to write. */
export function ThreadForm({ thread, query, reader }: ThreadProps) {
  if (reader.role !== "resident" || query.edit || query.remove) return null;
  const { topicId } = thread.topic;
  const answered = thread.posts.find(({ postId, deletion }) => postId === query.reply && !deletion);
  const replyTo = answered && { postId: answered.postId, author: authorOf(thread, answered.userId) };
  return (
    <ReplyForm
      // What was posted leaves an empty form behind.
      key={`${query.written} ${replyTo?.postId}`}
      topicId={topicId}
      postId={newPostId()}
      replyTo={replyTo}
    />
  );
}
