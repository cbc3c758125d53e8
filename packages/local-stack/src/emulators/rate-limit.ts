/** A vendor's published limit: `requests` in each window of `window` milliseconds, for the whole account. */
export interface RateLimit {
  requests: number;
  window: number;
}

export interface RateLimiter {
  /** Counts a request. `retryAfter` (whole seconds) is set when it is over the limit. */
  take(): { remaining: number; reset: number; retryAfter?: number };
}

/** Windows follow one another from the first request on. `now` returns milliseconds. */
export function rateLimiter({ requests, window }: RateLimit, now: () => number): RateLimiter {
  let opened = Number.NEGATIVE_INFINITY;
  let used = 0;
  return {
    take() {
      if (now() - opened >= window) {
        opened = now();
        used = 0;
      }
      used += 1;
      const reset = Math.ceil((opened + window - now()) / 1000);
      const remaining = Math.max(0, requests - used);
      return used > requests ? { remaining, reset, retryAfter: reset } : { remaining, reset };
    },
  };
}
