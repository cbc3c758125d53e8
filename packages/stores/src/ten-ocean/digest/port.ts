import type { Announcement, CommunityEvent } from "../community/port.ts";

export interface DigestContent {
  announcements: Announcement[];
  /** What was planned in the span or starts in the fortnight after it. */
  events: CommunityEvent[];
  /** Topics with posts in the span, the busiest first, at most 10. */
  topics: { topicId: string; title: string; posts: number }[];
}

export interface Digests {
  content(span: { since: string; until: string }): Promise<DigestContent>;
  /** Residents who want this digest, by user id, from behind `after`; at most `limit` (default 500). */
  recipients(options: { period: "daily" | "weekly"; after?: string; limit?: number }): Promise<string[]>;
}
