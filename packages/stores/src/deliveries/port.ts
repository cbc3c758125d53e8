export type DeliveryChannel = "email" | "sms" | "push";
export type RecipientRole = "customer" | "shopkeeper" | "admin" | "resident";
/** `unknown`: the vendor may or may not have taken the message. */
export type DeliveryStatus = "sent" | "failed" | "unknown";

/** The outcome of one message to one recipient over one channel. */
export interface Delivery {
  /** The message's idempotency key; recording a key again replaces its outcome, except that `sent` stays. */
  key: string;
  /** What it was about: an order's or a user's id. */
  subject: string;
  /** The id of the workflow that sent it, as `send-order-confirmation`. */
  workflow: string;
  recipient: RecipientRole;
  channel: DeliveryChannel;
  status: DeliveryStatus;
  /** The vendor's id, when sent. */
  messageId?: string;
  /** Why it failed or is unknown, without personal data. */
  reason?: string;
}

export interface RecordedDelivery extends Delivery {
  /** ISO 8601, UTC. */
  recordedAt: string;
}

/** What became of the messages that left; the order page and the operations console read it. */
export interface Deliveries {
  record(delivery: Delivery): Promise<void>;
  /** All or none of them, as `record` does one. */
  recordMany(deliveries: readonly Delivery[]): Promise<void>;
  get(key: string): Promise<RecordedDelivery | undefined>;
  /** Those that are recorded, in no order. */
  getMany(keys: readonly string[]): Promise<RecordedDelivery[]>;
  /** Oldest first; with a `limit` the latest so many. */
  list(options: { subject: string; limit?: number }): Promise<RecordedDelivery[]>;
}
