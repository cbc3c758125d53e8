/**
 * - `sending`: a call is in progress, or its process died during it;
 * - `sent`: it took effect, its result is kept;
 * - `ambiguous`: nobody knows; it is never tried again until someone resolves it;
 * - `failed`: it certainly did not take effect; the next call with the key tries again.
 */
export type LedgerState = "sending" | "sent" | "ambiguous" | "failed";

export interface LedgerEntry {
  key: string;
  state: LedgerState;
  /** How often the effect was started. */
  attempts: number;
  /** ISO 8601, UTC. */
  startedAt: string;
  /** The last failure, without personal data. */
  lastError?: string;
}

/** What the vendor knows of an effect whose outcome is unknown to us. */
export type Trace<Result> = { state: "taken"; result: Result } | { state: "not-taken" | "unknown" };

export interface OnceOptions<Result> {
  /**
   * Asks the vendor about an earlier call whose outcome is unknown. What it took counts as this effect's result; what
   * it does not have some minutes later was not taken and is tried again.
   * @param since when that call was started, ISO 8601, UTC
   */
  find?(since: string): Promise<Trace<Result>>;
}

/** Makes an effect that has no idempotency key of its own happen at most once per key, across processes and crashes. */
export interface SendLedger {
  /**
   * Runs `effect` unless the key has a result already, which is then returned. The result is stored as JSON.
   * @throws IntegrationError `ambiguous` when an earlier or this call's outcome is unknown; `retryable` while another
   * process is sending the same key; otherwise whatever the effect threw.
   */
  once<Result>(key: string, effect: () => Promise<Result>, options?: OnceOptions<Result>): Promise<Result>;
  get(key: string): Promise<LedgerEntry | undefined>;
  /**
   * Settles an entry in doubt, one that is ambiguous or whose process died: `sent` with the result found at the vendor,
   * or `failed`, which allows another try.
   * @returns false when the entry is in no doubt (any more).
   */
  resolve(key: string, outcome: { state: "sent"; result: unknown } | { state: "failed" }): Promise<boolean>;
}
