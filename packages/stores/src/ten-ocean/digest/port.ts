import type { Announcement, CommunityEvent, RsvpResponse } from "../community/port.ts";
import type { NotificationKind, Preferences } from "../notifications/port.ts";

/** What a digest tells of: from `since` on, up to `until`, which is excluded. */
export interface DigestSpan {
  period: "daily" | "weekly";
  since: string;
  until: string;
}

export interface DigestContent {
  /** Latest first, also those of single floors. */
  announcements: Announcement[];
  /** What was planned in the span, or starts soon after it: in two weeks, in two days for a daily digest. */
  events: CommunityEvent[];
  /** Topics with posts in the span, the busiest first, at most 10. */
  topics: { topicId: string; title: string; posts: number }[];
}

/** What a reader answered to an invitation. */
export interface DigestAnswer {
  eventId: string;
  response: RsvpResponse;
  /** False for someone on the waiting list. */
  seated: boolean;
}

/** What was kept for a reader's digest instead of being sent at once. */
export interface HeldNotice {
  notificationId: string;
  kind: NotificationKind;
  title: string;
  /** The portal's page about it. */
  path: string;
}

/** What waits for an admin or a floor captain to look at it. */
export interface WaitingWork {
  registrations: number;
  /** Maintenance requests that nobody was put in charge of. */
  requests: number;
}

/** Whom a digest is for, with what makes it theirs. */
export interface DigestReader {
  /** A resident's id, or that of an admin or captain who does not live in the house. */
  userId: string;
  firstName: string;
  /** Where they live; absent for those who named no unit. */
  floor?: number;
  /** Which digest they chose. */
  digest: Preferences["digest"];
  /** What they do not want to read of by email. */
  muted: NotificationKind[];
  answers: DigestAnswer[];
  held: HeldNotice[];
  /** Of admins: the house's; of captains: their floor's. Absent for everyone else. */
  waiting?: WaitingWork;
}

export interface Digests {
  /**
   * Records that a digest is written. Its `since` is the end of the last one of its period before it, so that nothing
   * is told twice or left out; without one it is as given. The same `period` and `until` again returns the first record.
   * @returns undefined when a later one was begun before: that has told of everything.
   */
  begin(span: DigestSpan): Promise<DigestSpan | undefined>;
  /** The latest that was begun. */
  last(period: DigestSpan["period"]): Promise<DigestSpan | undefined>;
  content(span: DigestSpan): Promise<DigestContent>;
  /**
   * Residents who chose this digest, and for the weekly one the admins and captains who are no residents; one id for
   * every address. By id, from behind `after`; at most `limit` (default 500).
   */
  recipients(options: { period: DigestSpan["period"]; after?: string; limit?: number }): Promise<string[]>;
  /** Those of these members who live here or look after the house, by id; whoever left since is not among them. */
  readers(options: {
    userIds: readonly string[];
    /** Whose answers are wanted. */
    eventIds: readonly string[];
    /** When what was kept for the digest came. */
    span: DigestSpan;
  }): Promise<DigestReader[]>;
}
