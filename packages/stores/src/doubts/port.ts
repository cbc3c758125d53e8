import type { Delivery, SendingRun } from "../deliveries/port.ts";
import type { Emit } from "../outbox/port.ts";

/** A message of which nobody knows whether it was sent. */
export interface MessageInDoubt extends Partial<Pick<Delivery, "subject" | "recipient" | "channel">> {
  /** The message's idempotency key. */
  key: string;
  /** The workflow that sent it; absent of what only the send ledger knows, as of a call whose process died. */
  workflow?: string;
  /** Why nobody knows, without personal data. */
  reason?: string;
  /** ISO 8601, UTC. */
  since: string;
  /** How often the vendor was asked for it. */
  asked: number;
  /** Whether operations have heard of it. */
  told: boolean;
  /** The run that sent it, where it is kept: only then can it be sent again. */
  runId?: string;
}

/**
 * Messages whose outcome is unknown: deliveries that are `unknown`, and entries of the send ledger that are ambiguous
 * or in progress since their process died.
 */
export interface Doubts {
  /** Oldest first; default at most 200. */
  list(options?: { limit?: number }): Promise<MessageInDoubt[]>;
  count(): Promise<number>;
  /** Undefined when there is no doubt about it (any more). */
  get(key: string): Promise<MessageInDoubt | undefined>;
  /** What is needed to run a run again that sent what is in doubt. */
  run(runId: string): Promise<SendingRun | undefined>;
  /** Counts that the vendor was asked for what these runs sent. */
  markAsked(runIds: readonly string[]): Promise<void>;
  /** Remembers that operations have heard of these messages. */
  markTold(keys: readonly string[]): Promise<void>;
  /** Somebody knows that it arrived. @returns false when there is no doubt about it (any more). */
  settle(key: string): Promise<boolean>;
  /**
   * Somebody wants it sent again, whether it arrived or not.
   * @returns false when there is no doubt about it (any more), or its run is not kept; nothing is emitted then
   */
  allowAgain(key: string, options: Emit): Promise<boolean>;
  /** Deletes the runs that nothing in doubt is left of. */
  clear(): Promise<void>;
}
