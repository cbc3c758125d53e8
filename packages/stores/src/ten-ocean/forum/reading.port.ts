import type { Post, Topic, TopicChoice } from "./posts.port.ts";

export interface TopicSummary extends Topic {
  /** Whoever opened it, by name. */
  author: string;
  lastPostAt: string;
  /** Posts in it, without deleted ones. */
  posts: number;
  /** Of these, others' that the reader has not seen. */
  unread: number;
  muted: boolean;
  /** Its place in the list, for `before`. */
  cursor: string;
}

export interface ThreadPost extends Post {
  /** The post that it answers. */
  answers?: { postId: string; userId: string; excerpt: string };
  unread: boolean;
}

/** A page of a topic as one reader sees it. */
export interface Thread {
  topic: Topic;
  /** Oldest first. */
  posts: ThreadPost[];
  /** Posts in the whole topic, deleted ones too. */
  count: number;
  hasEarlier: boolean;
  hasLater: boolean;
  /** The first post that the reader has not seen, wherever it is. */
  firstUnread?: string;
  /** Absent for who neither wrote nor chose. */
  choice?: TopicChoice;
  /** The names of whoever wrote or is named here. */
  names: Record<string, string>;
}

/** A post for somebody who is told of it. */
export interface PostPreview {
  postId: string;
  topicId: string;
  topic: string;
  userId: string;
  author: string;
  /** The beginning of what it says, in one line, with names. */
  excerpt: string;
  mentions: string[];
  deleted: boolean;
}

export interface ForumReading {
  /** The latest activity first, from behind the `before` cursor; at most `limit` (default 50). */
  topics(options?: { reader?: string; before?: string; limit?: number }): Promise<TopicSummary[]>;
  /** Oldest first, from behind `after`; at most `limit` (default 100). */
  posts(options: { topicId: string; after?: string; limit?: number }): Promise<Post[]>;
  findPost(postId: string): Promise<Post | undefined>;
  /**
   * At most `limit` posts (default 30): from a few before `from` on, behind `after`, or the last ones before `before`;
   * from the first on when nothing is given or the post is not in the topic. Undefined when there is no such topic.
   */
  thread(options: {
    topicId: string;
    reader: string;
    from?: string;
    after?: string;
    before?: string;
    limit?: number;
  }): Promise<Thread | undefined>;
  preview(postId: string): Promise<PostPreview | undefined>;
  /** Changes whenever something in the topic does; undefined when there is none. */
  pulse(topicId: string): Promise<string | undefined>;
  /** Whoever opened the topic, wrote in it or follows it, and has not muted it, by user id. */
  followers(topicId: string): Promise<string[]>;
}
