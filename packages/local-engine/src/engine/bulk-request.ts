import type { RunStatus } from "../core/records.ts";

/** One request to act on many runs. Times are milliseconds since the epoch. */
export interface BulkRequest {
  /** Chosen by the one who asks: asking again under the same id does nothing a second time, for 24 hours. */
  id: string;
  action: "cancel" | "replay";
  functionId?: string;
  /** Those in progress for a cancellation, those that have ended for a replay; all of these unless given. */
  statuses?: readonly RunStatus[];
  queuedAfter?: number;
  queuedBefore?: number;
  /** Goes on after the `last` of an earlier request. */
  after?: string;
}

export interface BulkProgress {
  id: string;
  action: BulkRequest["action"];
  state: "running" | "finished" | "failed";
  /** How many runs there were to act on. */
  matching: number;
  /** How many of them this request takes, the oldest first. */
  total: number;
  /** Cancelled, or replayed. */
  done: number;
  /** Had ended meanwhile, were replayed by this request already, or cannot be replayed. */
  passedOver: number;
  /** The newest run that this request takes; those that match beyond the limit come after it. */
  last?: string;
  error?: string;
}
