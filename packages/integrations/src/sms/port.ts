import type { CallOptions } from "../vendor.ts";

/** One text message to one phone. */
export interface Sms {
  /** E.164, as `+919876543210`. */
  to: string;
  body: string;
  /**
   * The registered template that the body is an instance of, for countries where operators pass on nothing else
   * (India's DLT): our name of it, and the values by placeholder, of at most 30 characters each. A vendor that sends
   * free text ignores it.
   */
  template?: { name: string; values: Record<string, string> };
  /** Idempotency key: names the message, as `order-confirmation:ord_456:sms`. */
  key: string;
}

export interface SentSms {
  /** The vendor's id of the message; absent when a person, not the vendor, said that it arrived. */
  messageId?: string;
}

/** What a vendor knows of a message of which we do not know whether it took it. */
export type SmsTrace = { state: "taken"; messageId: string } | { state: "not-taken" } | { state: "unknown" };

/**
 * Sends text messages; throws `IntegrationError`. SMS vendors have no idempotency key, so a call that was cut off or
 * answered with a 5xx is `ambiguous`, unless the answer says that nothing was sent. `smsOncePerKey` adds the
 * once-per-key guarantee over any adapter.
 */
export interface SmsSender {
  send(sms: Sms): Promise<SentSms>;
  /**
   * Asks the vendor for a message that may have been sent. Absent where the vendor cannot be asked.
   * @param since when it was sent first, ISO 8601
   */
  find?(sms: Sms, since: string): Promise<SmsTrace>;
}

/** What an app says of the sender that it wants. */
export interface SmsContext extends CallOptions {
  /** The folder of our addresses, each named after its vendor, where vendors that ask are to report. Default: none. */
  reportsUrl?: string;
}
