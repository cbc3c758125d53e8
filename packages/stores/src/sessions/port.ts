/** What somebody showed when they signed in: the code that their mailbox got, or a passkey that knew its user. */
export type Proof = "code" | "passkey";

export interface Session {
  userId: string;
  /** ISO 8601, UTC. */
  expiresAt: string;
  /** What its person was when the token was made; absent when the token has to be replaced before it counts. */
  standing?: string;
  /** Absent for those that nobody signed in with. */
  provenBy?: Proof;
}

/** Where a session is used, in words that its owner is shown: no address, no version. */
export interface SessionPlace {
  /** As `Firefox on Windows`. */
  browser: string;
  /** As `203.0.…`. */
  network: string;
}

/** What follows from what a person is. */
export interface SessionStanding {
  /** Once it is something else, the token is to be replaced. */
  standing: string;
  /** Seconds without a use after which the session has ended. */
  idleSeconds: number;
}

export interface SessionDetails extends Partial<SessionStanding> {
  place?: SessionPlace;
  provenBy?: Proof;
}

/** A session as its owner sees it. */
export interface ListedSession {
  /** Names it, and opens nothing. */
  sessionId: string;
  /** ISO 8601, UTC. */
  openedAt: string;
  lastUsedAt: string;
  /** Where it was used last; absent where that is not known. */
  place?: SessionPlace;
  /** Whether it is the asking browser's. */
  current: boolean;
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
  open(userId: string, expiresAt: string, details?: SessionDetails): Promise<string>;
  /** The session of a token, unless it has expired or was not used for too long; counts as a use, at the place given. */
  use(token: string, place?: SessionPlace): Promise<Session | undefined>;
  /**
   * Puts a new token in the place of one; the old one is no longer good. Of two calls at once one gets a token.
   * @returns undefined when the old one is not good.
   */
  replace(token: string, standing: SessionStanding): Promise<string | undefined>;
  /** A user's sessions that are open, the one used last first. @param token the asking browser's. */
  list(userId: string, token: string): Promise<ListedSession[]>;
  close(token: string): Promise<void>;
  /** Ends one of a user's own. @returns false when they have no such session. */
  closeOne(userId: string, sessionId: string): Promise<boolean>;
  /** Signs a user out everywhere; no browser is a known one of theirs any more. @returns how many sessions that ended. */
  closeAllOf(userId: string): Promise<number>;
}
