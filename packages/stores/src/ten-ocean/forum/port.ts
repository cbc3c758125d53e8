import type { Emit } from "../../outbox/port.ts";
import type {
  EditedPost,
  NewPost,
  NewTopic,
  OpenedTopic,
  Post,
  PostEdit,
  Topic,
  TopicChoice,
} from "./posts.port.ts";
import type { ForumReading } from "./reading.port.ts";
import type { ForumTelling } from "./telling.port.ts";

export type {
  EditedPost,
  NewPost,
  NewTopic,
  OpenedTopic,
  Post,
  PostDeletion,
  PostEdit,
  Topic,
  TopicChoice,
} from "./posts.port.ts";
export type { PostPreview, Thread, ThreadPost, TopicSummary } from "./reading.port.ts";
export type { TellingGroup, TellingRound } from "./telling.port.ts";

/** Residents write while their standing is `resident`; others meet `NotInForumError`, or `UnknownResidentError`. */
export interface Forum extends ForumReading, ForumTelling {
  /** @returns false when the id exists; nothing is written or emitted then. @throws NotInForumError */
  openTopic(topic: NewTopic, events: Emit<OpenedTopic>): Promise<boolean>;
  topic(topicId: string): Promise<Topic | undefined>;
  /**
   * Writes a post, and notes who is to hear of it: whoever follows the topic and is not named in it. The same `postId`
   * again returns the first one and emits nothing.
   * @throws NotInForumError, UnknownTopicError; UnknownPostError when `replyTo` is not in the topic.
   */
  post(post: NewPost, events: Emit<Post>): Promise<Post>;
  /**
   * Changes a post's text; one that is the same already changes nothing.
   * @throws NotInForumError, UnknownPostError; NotTheAuthorError; DeletedPostError
   */
  editPost(edit: PostEdit, events: Emit<EditedPost>): Promise<Post>;
  /**
   * Takes a post's text away: its author does, or an admin (`admin_…`) with a reason. With an opening post an admin
   * takes away the topic's title as well.
   * @returns false when it was gone before. @throws UnknownPostError, NotTheAuthorError
   */
  deletePost(deletion: { postId: string; by: string; reason?: string }): Promise<boolean>;
  /** Follows or mutes a topic. @throws NotInForumError, UnknownTopicError */
  choose(choice: { topicId: string; userId: string; choice: TopicChoice }): Promise<void>;
  /** Notes that a resident has read a topic up to a post, which is no step back. Nothing for an unknown one. */
  markRead(reading: { topicId: string; userId: string; upTo: string }): Promise<void>;
  /** Takes away what a resident wrote, what they are named in and what is kept of them here. Can be repeated. */
  forget(userId: string): Promise<void>;
}
