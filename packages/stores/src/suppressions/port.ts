import type { DeliveryReport } from "@org/integrations/delivery-reports/port";

export type SuppressedChannel = DeliveryReport["channel"];

export interface Suppression {
  channel: SuppressedChannel;
  /** What its vendor reported of it. */
  reason: DeliveryReport["state"];
  /** ISO 8601, UTC. */
  since: string;
}

/**
 * Addresses to which nothing more is sent over a channel: they do not exist, or their owners want nothing. An address
 * is an email address, with or without a name before it, or a phone number; it is kept as a hash.
 */
export interface Suppressions {
  find(channel: SuppressedChannel, address: string): Promise<Suppression | undefined>;
  /** How many there are, by channel and reason. */
  counts(): Promise<{ channel: SuppressedChannel; reason: Suppression["reason"]; count: number }[]>;
  add(suppression: Pick<Suppression, "channel" | "reason"> & { address: string }): Promise<void>;
  /** The way back. @returns false when it is not suppressed. */
  lift(channel: SuppressedChannel, address: string): Promise<boolean>;
}
