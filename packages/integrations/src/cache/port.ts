export interface CacheEntryOptions {
  /** Milliseconds until the entry is gone, at most 30 days. */
  ttl: number;
  /** Names of what the value was made from; invalidating any of them removes the entry. */
  tags?: readonly string[];
}

export interface RateLimit {
  /** How many hits a window allows. */
  limit: number;
  /** Milliseconds, counted from the window's first hit. */
  window: number;
}

export interface RateLimitState {
  allowed: boolean;
  /** Hits left in this window. */
  remaining: number;
  /** Milliseconds until the window ends. */
  resetAfter: number;
}

/**
 * Values for a time, shared by all processes. All calls throw `IntegrationError`: final when the service refuses the
 * call, otherwise retryable; `hit` is `ambiguous` when nobody knows whether it counted. A cache that is down must not
 * stop its caller: treat any error of `get` as a miss.
 */
export interface Cache {
  /**
   * The value as it was set, parsed from JSON; undefined when there is none. Validate it: an older release may have
   * written it.
   */
  get(key: string): Promise<unknown>;
  /** @param value anything that JSON can hold. */
  set(key: string, value: unknown, options: CacheEntryOptions): Promise<void>;
  delete(key: string): Promise<void>;
  /** Removes every entry that was set with one of the tags, at once and whatever their number. */
  invalidateTags(tags: readonly string[]): Promise<void>;
  /** Counts one use of `key` and says whether the limit allows it. */
  hit(key: string, limit: RateLimit): Promise<RateLimitState>;
}

/** A cache that may hold a connection open. */
export interface ClosableCache extends Cache {
  close(): Promise<void>;
}
