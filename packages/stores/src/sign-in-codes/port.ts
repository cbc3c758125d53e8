/**
 * One-time codes that prove who reads a mailbox. Of a code only a salted hash is kept; it is good once, until it
 * expires, and for at most five tries.
 */
export interface SignInCodes {
  /**
   * Makes a code for a subject; an earlier one of the same subject is no longer good.
   * @param subject who or what the code is for. Only its hash is kept.
   * @param expiresAt ISO 8601.
   * @returns six digits.
   */
  issue(subject: string, expiresAt: string): Promise<string>;
  /**
   * Uses a code up. Every call counts as a try, and the sixth one fails whatever it brings.
   * @returns whether the code was the subject's.
   */
  redeem(subject: string, code: string): Promise<boolean>;
}
