import type { CallOptions } from "../vendor.ts";

/** What an app says of the sender that it wants. */
export interface PushContext extends CallOptions {
  /** Whose people it tells. */
  product: "mohallamart" | "ten-ocean";
}

/**
 * By what the vendor knows a user, and a browser is tied to them: products share one app of the vendor's, and each gives out
 * its ids by itself, so that a customer and a resident may have the same one.
 */
export function pushIdOf(product: PushContext["product"], userId: string): string {
  return `${product}:${userId}`;
}

/** One notification to all devices of one user. */
export interface Push {
  /** The product's own id of the user. */
  userId: string;
  title: string;
  body: string;
  /** What opens when it is tapped; an absolute URL. */
  url?: string;
  /** For the app that receives it; at most 2,048 bytes as JSON. */
  data?: Record<string, string | number | boolean>;
  /** Idempotency key: the same key is delivered once, however often it is sent. */
  key: string;
}

/** One notification to all devices of many users. */
export interface SharedPush extends Omit<Push, "userId"> {
  /** 1 to 20,000. */
  userIds: readonly string[];
}

export interface SentSharedPush {
  /** The vendor's id of the notification; absent when nobody has a device. */
  messageId?: string;
  /** Those of whom the vendor says that they have no device. */
  withoutDevice: string[];
}

export interface SentPush {
  /** The vendor's id of the notification. */
  messageId: string;
}

/** `IntegrationError.code` when the user has no device that takes notifications: the common, harmless failure. */
export const noDevice = "no_device";

/**
 * Sends push notifications. Idempotent by key; throws `IntegrationError`: retryable when the service is unreachable,
 * slow, over its rate limit or failing; final when it refuses the notification or the user has no device (`noDevice`).
 */
export interface PushSender {
  send(push: Push): Promise<SentPush>;
  /** One call for many. That some of them, or all, have no device is no failure. */
  sendMany(push: SharedPush): Promise<SentSharedPush>;
  /** Has the vendor delete a user with their devices, soon. That it knows no such user is no failure. */
  forget(userId: string): Promise<void>;
}
