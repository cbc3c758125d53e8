import type { Person } from "@org/commands/sessions/person";
import type { Thread, ThreadPost } from "@org/stores/ten-ocean/port";
import Link from "next/link";
import type { ReactNode } from "react";
import { formatDayTime } from "../building-time.ts";
import styles from "./forum.module.css";
import { PostBody } from "./post-body.tsx";
import { threadPath } from "./thread-query.ts";

interface PostEntryProps {
  post: ThreadPost;
  thread: Thread;
  reader: Person;
  /** What stands in place of the text and the links. */
  form?: ReactNode;
}

const former = "A former resident";

export function authorOf({ names }: Thread, userId: string): string {
  return names[userId] || former;
}

/** One post with who wrote it when, and what the reader may do with it. */
export function PostEntry({ post, thread, reader, form }: PostEntryProps) {
  const { postId, userId, createdAt, editedAt, deletion, answers, unread, body } = post;
  return (
    <li id={postId} className={styles.post} data-post={postId}>
      <article aria-labelledby={`${postId}-by`}>
        <header className={styles.head}>
          <h2 id={`${postId}-by`}>{authorOf(thread, userId)}</h2>
          <p className="muted">
            <time dateTime={createdAt}>{formatDayTime(createdAt)}</time>
            {editedAt && !deletion && (
              <>
                {" · "}
                <span title={formatDayTime(editedAt)}>edited</span>
              </>
            )}
          </p>
          {unread && <span className={styles.badge}>New</span>}
        </header>
        {answers && (
          <p className={styles.answers}>
            <Link href={threadPath(thread.topic.topicId, { from: answers.postId }, answers.postId)}>
              In answer to {authorOf(thread, answers.userId)}
            </Link>
            {answers.excerpt && <q>{answers.excerpt}</q>}
          </p>
        )}
        {deletion ? (
          <Deleted {...deletion} isAuthor={deletion.by === userId} />
        ) : (
          form || (
            <>
              <PostBody body={body} names={thread.names} readerId={reader.id} />
              <PostLinks post={post} reader={reader} />
            </>
          )
        )}
      </article>
    </li>
  );
}

function Deleted({ reason, isAuthor }: { reason?: string; isAuthor: boolean }) {
  if (isAuthor) return <p className="muted">This post was deleted.</p>;
  return <p className="muted">This post was removed by an admin{reason ? `: ${reason}` : "."}</p>;
}

function PostLinks({ post: { postId, topicId, userId }, reader }: Pick<PostEntryProps, "post" | "reader">) {
  const isOwn = userId === reader.id;
  const at = { from: postId };
  return (
    <p className={styles.links}>
      {reader.role === "resident" && (
        <Link href={threadPath(topicId, { ...at, reply: postId }, "reply")}>Reply</Link>
      )}
      {isOwn && <Link href={threadPath(topicId, { ...at, edit: postId }, postId)}>Edit</Link>}
      {(isOwn || reader.role === "association-admin") && (
        <Link href={threadPath(topicId, { ...at, remove: postId }, postId)}>
          {isOwn ? "Delete" : "Remove"}
        </Link>
      )}
    </p>
  );
}
