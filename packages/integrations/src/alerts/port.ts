import type { EmailSender } from "../email/port.ts";
import type { CallOptions } from "../vendor.ts";

/** Something that a person who runs the system should look at. No part of it holds personal data. */
export interface Alert {
  /** What it is about, as `run-failed:send-order-confirmation`: alerts of one group are told once in a while. */
  group: string;
  /** `note`: nothing is wrong with it by itself, as with what is told every week. */
  severity: "note" | "warning" | "critical";
  /** One line. */
  title: string;
  /** What happened and what to do next; plain text, several lines. */
  text: string;
  /** Where to look; absolute. */
  url?: string;
  /** Idempotency key. */
  key: string;
  /** When it happened (ISO 8601, UTC): an alert that is tried again later is still one of that time, and told once. */
  at: string;
}

export interface SentAlert {
  /** The vendor's id of the message, if it names one. */
  messageId?: string;
}

/**
 * Tells the people who run the system; throws `IntegrationError`. Not every vendor knows a repeated key, and a hundred
 * failed runs must not become a hundred messages: `alertOncePerGroup` sees to both, over any adapter.
 */
export interface AlertSender {
  send(alert: Alert): Promise<SentAlert>;
}

/** What an app gives to a sender that it wants. */
export interface AlertContext extends CallOptions {
  /** For alerts that go out by email. */
  email: EmailSender;
}
