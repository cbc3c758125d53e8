/** - `open`: nobody has looked at it; `replayed`: its function ran again; `discarded`: an operator let it go. */
export type DeadLetterStatus = "open" | "replayed" | "discarded";

/** A run that failed for good, with what is needed to run it again. */
export interface NewDeadLetter {
  /** The engine's id of the run. */
  runId: string;
  /** The Inngest app, as `mohallamart`. */
  app: string;
  /** The failed function's id within the app, as `send-order-confirmation`. */
  workflow: string;
  /** The event that started the run. Pass it redacted where its personal data is not needed for a replay. */
  event: { id: string; name: string; data: unknown; v?: string; ts?: number };
  /** The last attempt's error, without personal data. */
  error: { name: string; message: string };
  attempts: number;
  /** ISO 8601, UTC. */
  failedAt: string;
}

export interface DeadLetter extends NewDeadLetter {
  status: DeadLetterStatus;
  /** When it stopped being open; ISO 8601, UTC. */
  settledAt?: string;
  /** The run that replayed it. */
  replayRunId?: string;
}

export interface DeadLetterFilter {
  status?: DeadLetterStatus;
  app?: string;
  workflow?: string;
  /** Only those that failed before this time (ISO 8601), to page through older ones. */
  failedBefore?: string;
  /** Default 50. */
  limit?: number;
}

/** Failed runs, kept for manual review. */
export interface DeadLetters {
  /** Keeps a failed run once per `runId`. @returns false when it is there already. */
  record(letter: NewDeadLetter): Promise<boolean>;
  get(runId: string): Promise<DeadLetter | undefined>;
  /** Latest failure first. */
  list(filter?: DeadLetterFilter): Promise<DeadLetter[]>;
  /** How many of a workflow's runs failed at or after a time (ISO 8601): to send one alert for one outage. */
  count(options: { app: string; workflow: string; since: string }): Promise<number>;
  /** @returns false when it is not open (any more), so that of two operators one replays it. */
  markReplayed(runId: string, replayRunId: string): Promise<boolean>;
  /** @returns false when it is not open (any more). */
  discard(runId: string): Promise<boolean>;
  /** Deletes settled ones that failed before a time (ISO 8601), at most `limit` (default 1000). @returns how many. */
  prune(options: { failedBefore: string; limit?: number }): Promise<number>;
}
