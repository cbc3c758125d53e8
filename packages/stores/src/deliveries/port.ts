import type { EventToSend } from "@org/events";
import type { ReportedState } from "@org/integrations/delivery-reports/port";
import type { NewDeadLetter } from "../dead-letters/port.ts";

export type DeliveryChannel = "email" | "sms" | "push";
export type RecipientRole = "customer" | "shopkeeper" | "admin" | "resident";
/** `unknown`: the vendor may or may not have taken the message. */
export type DeliveryStatus = "sent" | "failed" | "unknown";

/** The run that sends a message, with what is needed to run it again. */
export type SendingRun = Pick<NewDeadLetter, "runId" | "app" | "workflow" | "events">;

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

export interface RecordOptions {
  /** The run that sends, kept for outcomes that are unknown, so that they can be asked for and sent again. */
  run?: SendingRun;
  /** What follows from the outcome, written with it. */
  emit?: readonly EventToSend[];
}

export interface RecordedDelivery extends Delivery {
  /** ISO 8601, UTC. */
  recordedAt: string;
  /** What its vendor reported of it since; of one notification to many nothing, for it may be another's. */
  report?: { state: ReportedState; at: string };
}

/** How many messages over a channel ended how. */
export interface ChannelCounts extends Record<DeliveryStatus, number> {
  channel: DeliveryChannel;
}

/** What became of the messages that left; the order page and the operations console read it. */
export interface Deliveries {
  record(delivery: Delivery, options?: RecordOptions): Promise<void>;
  /** All or none of them, as `record` does one. */
  recordMany(deliveries: readonly Delivery[], options?: RecordOptions): Promise<void>;
  get(key: string): Promise<RecordedDelivery | undefined>;
  /** Those that are recorded, in no order. */
  getMany(keys: readonly string[]): Promise<RecordedDelivery[]>;
  /** By its vendor's id of it; none of a push to many, which is several. */
  ofMessage(channel: DeliveryChannel, messageId: string): Promise<RecordedDelivery | undefined>;
  /** Oldest first; with a `limit` the latest so many. */
  list(options: { subject: string; limit?: number }): Promise<RecordedDelivery[]>;
}

/** Deliveries that can be counted. */
export interface CountedDeliveries extends Deliveries {
  /** How many messages of a span (ISO 8601, the end excluded) went which way, by channel; channels without any are left out. */
  perChannel(span: { from: string; to: string }): Promise<ChannelCounts[]>;
}
