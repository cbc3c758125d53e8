/** The systems beside ours that hear of what happens: customers, books, parcels. */
export type PartnerName = "crm" | "accounting" | "delivery";

/** Something that happened, in the words that were agreed with the partner. */
export interface PartnerMessage {
  /** What happened, as `order.created`. */
  type: string;
  /** When it happened: ISO 8601, UTC. */
  occurredAt: string;
  /** What the partner needs to know of it; JSON. */
  data: Record<string, unknown>;
  /** Idempotency key: the partner takes the same key once, however often it is sent. */
  key: string;
}

export interface SentPartnerMessage {
  /** The id under which the partner knows the message. */
  messageId: string;
}

/**
 * Tells one partner. Idempotent by key; throws `IntegrationError`: retryable when the partner is unreachable, slow,
 * overloaded or failing; final when it refuses the message.
 */
export interface Partner {
  send(message: PartnerMessage): Promise<SentPartnerMessage>;
}

/** The partners that are configured. */
export type Partners = Partial<Record<PartnerName, Partner>>;
