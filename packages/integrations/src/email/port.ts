import type { CallOptions } from "../vendor.ts";

/** One rendered email to one person. */
export interface Email {
  /** An address, as `asha@example.com` or `Asha Rao <asha@example.com>`. */
  to: string;
  /** What has a line break goes out in one line, as everything does that becomes a header. */
  subject: string;
  html: string;
  /** The plain-text form of the same message. */
  text: string;
  headers?: Record<string, string>;
  /** Idempotency key, 1 to 256 characters: the same key is delivered once, however often it is sent. */
  key: string;
}

export interface SentEmail {
  /** The vendor's id of the message; absent when it only says that it has sent something under this key already. */
  messageId?: string;
}

/** An email of a batch that the service does not accept, as one to something that is no address. */
export interface RefusedEmail {
  /** Why, without personal data. */
  refused: string;
}

/**
 * Sends email. Both calls are idempotent by key and throw `IntegrationError`: retryable when
 * the service is unreachable, slow, over its rate limit or failing; final when it refuses the message or the
 * quota is used up. A key that was used before for other words, as those of an earlier release, proves that the message
 * has been sent.
 */
export interface EmailSender {
  send(email: Email): Promise<SentEmail>;
  /**
   * Sends up to 100 emails in one call. One that is refused keeps none of the others back.
   * @param key the batch's idempotency key; the keys of the single emails are not used.
   * @returns one entry per email, in the same order.
   */
  sendBatch(emails: readonly Omit<Email, "key">[], key: string): Promise<(SentEmail | RefusedEmail)[]>;
}

/** What an app says of the sender that it wants. */
export interface EmailContext extends CallOptions {
  /** In whose name. */
  product: "mohallamart" | "ten-ocean";
}
