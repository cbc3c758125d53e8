export interface Topic {
  topicId: string;
  title: string;
  /** Who opened it. */
  userId: string;
  createdAt: string;
}

export interface NewTopic extends Omit<Topic, "createdAt"> {
  /** The post that it begins with, by the same resident. */
  opening?: Pick<NewPost, "postId" | "body" | "mentions">;
}

/** A topic that was opened, with its first post where it has one. */
export interface OpenedTopic extends Topic {
  opening?: Post;
}

export interface NewPost {
  postId: string;
  topicId: string;
  /** Who wrote it. */
  userId: string;
  /** As `post-text.ts` beside this file describes it. */
  body: string;
  /** The post of the same topic that it answers. */
  replyTo?: string;
  /** Whom it names; who does not live here, and the author, is left out. */
  mentions: readonly string[];
}

/** When a post's text was taken away; its place stays. */
export interface PostDeletion {
  at: string;
  /** The author, or the admin who removed it. */
  by: string;
  reason?: string;
}

export interface Post extends Omit<NewPost, "mentions"> {
  mentions: string[];
  createdAt: string;
  editedAt?: string;
  deletion?: PostDeletion;
}

export interface PostEdit {
  postId: string;
  /** Who edits it: its author. */
  userId: string;
  body: string;
  mentions: readonly string[];
}

export interface EditedPost {
  post: Post;
  /** Those named who never were before in this post. */
  added: string[];
}

export type TopicChoice = "following" | "muted";
