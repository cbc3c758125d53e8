/**
 * What piles up and may go after a time. Only rows that nothing waits for are old: events that the engine took, sends
 * whose outcome is known, dead letters that were settled, notifications that were read.
 */
export const logNames = [
  "analytics-events",
  "dead-letters",
  "deliveries",
  "delivery-reports",
  "notifications",
  "outbox",
  "send-ledger",
] as const;

export type LogName = (typeof logNames)[number];

/** Rows of one log that go together. */
export interface LogBatch {
  /** Greater than every earlier batch's, of any log. */
  number: number;
  log: LogName;
  /** The oldest row's time; ISO 8601, UTC. */
  from: string;
  rows: number;
}

/** Takes old rows out in batches that survive a crash: a row belongs to one batch, until that batch is removed. */
export interface OldLogs {
  /**
   * The batch that was begun and not removed yet, otherwise a new one of the log's oldest rows.
   * @param before only rows older than this; ISO 8601
   * @returns undefined when no row is that old.
   */
  begin(options: { log: LogName; before: string; limit: number }): Promise<LogBatch | undefined>;
  /**
   * A batch's rows, ready for `JSON.stringify`, oldest first. They hold no personal data, since nobody could remove it from an
   * archive when its person is removed: texts of unknown content are replaced by their kind.
   * @returns undefined when the batch was removed already.
   */
  read(batch: LogBatch): Promise<Record<string, unknown>[] | undefined>;
  /** Deletes a batch's rows, all or none; nothing when it was removed already. */
  remove(batch: LogBatch): Promise<void>;
}
