/** One message: the same posts for each of these residents. */
export interface TellingGroup {
  /** Tells the groups of one round apart. */
  key: string;
  userIds: string[];
  /** Oldest first. */
  posts: { postId: string; author: string; excerpt: string }[];
}

/** What a run about a post has to do next. */
export interface TellingRound {
  topicId: string;
  topic: string;
  groups: TellingGroup[];
  /** Residents were told by this run and hear no more of the topic until the run comes back. */
  holds: boolean;
  /** Somebody still waits for this post, on another run. */
  waits: boolean;
}

export interface ForumTelling {
  /**
   * Claims what is to be told of a post's topic. Whoever was told of the topic is in a window that the telling run has
   * opened: what is written meanwhile waits until that run comes back with its next round, after fifteen minutes.
   * Gone without a word: what was deleted, and what waits for somebody who is named in it, muted the topic or no longer
   * lives here. The same round again returns the same.
   * @param overdue the run has waited longer than another's window lasts: it tells of its post itself
   * @returns undefined when there is no such post.
   */
  claimTellings(run: { postId: string; round: number; overdue?: boolean }): Promise<TellingRound | undefined>;
}
