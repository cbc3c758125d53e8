/**
 * Browsers in which people have signed in, each named by a secret token of its own, of which only the hash is kept. What
 * strangers do with somebody's address does not count against a browser that is known for them.
 */
export interface KnownBrowsers {
  /**
   * Remembers that a user signed in with a browser, which gets a new token: one that somebody else may have put into it
   * is good no more. Those whom it was known for stay known.
   * @param token the one that the browser has.
   * @returns the new one: 43 characters, safe in a cookie.
   */
  remember(userId: string, token?: string): Promise<string>;
  /** Everyone who has signed in with a browser in the last 180 days. */
  usersOf(token: string): Promise<string[]>;
}
