export interface Session {
  userId: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
}

export interface ExpiredSessions {
  /**
   * Deletes one batch of sessions that have expired or were last used before `unusedSince` (ISO 8601), at most
   * `limit` (default 500). Rows that another cleaner holds are left to it, so several may run at once.
   * @returns how many were deleted; less than `limit` when nothing is left to this cleaner.
   */
  removeExpired(options: { unusedSince: string; limit?: number }): Promise<number>;
}

/** Who is signed in. A session is named by its secret token; only the token's hash is kept. */
export interface Sessions extends ExpiredSessions {
  /** @param expiresAt ISO 8601. @returns the token: 43 characters, safe in a cookie. */
  open(userId: string, expiresAt: string): Promise<string>;
  /** The session of a token, unless it has expired; counts as a use. */
  use(token: string): Promise<Session | undefined>;
  close(token: string): Promise<void>;
  /** Signs a user out everywhere. @returns how many sessions that ended. */
  closeAllOf(userId: string): Promise<number>;
}
