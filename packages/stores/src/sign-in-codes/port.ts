/** What wrong codes are counted for. */
export interface WrongCodeCounter {
  /**
   * - `address`: an address, tried from browsers that are not known for it, wherever they are
   * - `browser`: an address, tried from one browser that is known for it
   * - `network`: all that is tried from one network
   */
  kind: "address" | "browser" | "network";
  /** Whose. Only its hash is kept. */
  of: string;
}

/**
 * - `right`: the code was the subject's, and is used up
 * - `wrong`: it was not, or there is none that is good any more
 * - `held`: there were too many wrong ones, so that this one was not looked at; a code that is issued now is
 */
export type Redeemed = "right" | "wrong" | "held";

/** Wrong codes of a stretch that its owner has not heard of. */
export interface WrongCodeNotice {
  wrong: number;
  /** ISO 8601, UTC; with the counter it names the stretch. */
  since: string;
}

/**
 * One-time codes that prove who reads a mailbox. Of a code only a salted hash is kept; it is good once, until it
 * expires, and for at most five tries.
 *
 * Wrong codes are counted beyond the single code, over days (see `policy.ts`). While a counter holds, six digits are not
 * looked at, and codes that are issued have twelve, which nobody guesses: so a guesser has to wait, and an owner has not.
 */
export interface SignInCodes {
  /**
   * Makes a code for a subject; an earlier one of the same subject is no longer good.
   * @param subject who or what the code is for. Only its hash is kept.
   * @param expiresAt ISO 8601.
   * @returns six digits, or twelve while one of the counters holds.
   */
  issue(subject: string, expiresAt: string, counters?: readonly WrongCodeCounter[]): Promise<string>;
  /**
   * Uses a code up. Every call counts as a try, and the sixth one fails whatever it brings. A wrong try of a code of six
   * digits counts for each of the counters; tries at the same time are counted one after the other.
   */
  redeem(subject: string, code: string, counters?: readonly WrongCodeCounter[]): Promise<Redeemed>;
  /** What the owner is to be told of, once per stretch: after 10 wrong codes. Of two calls at once one gets it. */
  takeNotice(counter: WrongCodeCounter): Promise<WrongCodeNotice | undefined>;
  /** The owner could not be told: the notice can be taken again. */
  returnNotice(counter: WrongCodeCounter): Promise<void>;
}
