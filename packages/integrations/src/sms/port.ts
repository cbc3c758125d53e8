/** One text message to one phone. */
export interface Sms {
  /** E.164, as `+919876543210`. */
  to: string;
  body: string;
  /**
   * The registered template that the body is an instance of, for countries where operators pass on nothing else
   * (India's DLT): our name of it, and the values by placeholder. A vendor that sends free text ignores it.
   */
  template?: { name: string; values: Record<string, string> };
  /** Idempotency key: names the message, as `order-confirmation:ord_456:sms`. */
  key: string;
}

export interface SentSms {
  /** The vendor's id of the message. */
  messageId: string;
}

/**
 * Sends text messages; throws `IntegrationError`. SMS vendors have no idempotency key, so a call that was cut off or
 * answered with a 5xx is `ambiguous`. `smsOncePerKey` adds the once-per-key guarantee over any adapter.
 */
export interface SmsSender {
  send(sms: Sms): Promise<SentSms>;
}
