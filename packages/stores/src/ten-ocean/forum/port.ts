import type { Emit } from "../../outbox/port.ts";

export interface Topic {
  topicId: string;
  title: string;
  /** Who opened it. */
  userId: string;
  createdAt: string;
}

export interface NewPost {
  postId: string;
  topicId: string;
  /** Who wrote it. */
  userId: string;
  body: string;
  /** The post of the same topic that it answers. */
  replyTo?: string;
  /** The residents it names; who does not exist, and the author, is left out. */
  mentions: readonly string[];
}

export interface Post extends Omit<NewPost, "mentions"> {
  mentions: string[];
  createdAt: string;
}

export interface Forum {
  /** @returns false when the id exists; nothing is emitted then. @throws UnknownResidentError */
  openTopic(topic: Omit<Topic, "createdAt">, events: Emit<Topic>): Promise<boolean>;
  topic(topicId: string): Promise<Topic | undefined>;
  /** The latest activity first; at most `limit` (default 50). */
  topics(options?: { limit?: number }): Promise<Topic[]>;
  /**
   * Writes a post. The same `postId` again returns the first one and emits nothing.
   * @throws UnknownResidentError, UnknownTopicError; UnknownPostError when `replyTo` is not in the topic.
   */
  post(post: NewPost, events: Emit<Post>): Promise<Post>;
  /** Oldest first, from behind `after`; at most `limit` (default 100). */
  posts(options: { topicId: string; after?: string; limit?: number }): Promise<Post[]>;
  findPost(postId: string): Promise<Post | undefined>;
  /** Whoever opened the topic or wrote in it, by user id. */
  followers(topicId: string): Promise<string[]>;
}
