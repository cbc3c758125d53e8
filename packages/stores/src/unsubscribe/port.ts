/** Random and lasting: with it a person stops messages without signing in. */
export interface UnsubscribeTokens {
  /** Of those that have an account; makes those that are missing. */
  of(userIds: readonly string[]): Promise<{ userId: string; token: string }[]>;
  /** Whose it is. @param token in any case */
  find(token: string): Promise<string | undefined>;
}
