import type { SentMessage } from "@org/local-stack";
import type { OpenRun } from "../run/engine.ts";

/** The whole world at one moment, as stores, vendors and the engine tell it. Amounts are paise. */
export interface Snapshot {
  orders: Order[];
  checkouts: { orderId: string; status: string }[];
  payments: Payment[];
  /** In our books. */
  refunds: { refundId: string; orderId: string; status: string }[];
  products: Product[];
  /** By product, what was on the shelf before the first order, less or more what the stock's log says. */
  shelf: Map<string, { before: number; logged: number }>;
  deliveries: Delivery[];
  /** Effects without a key at their vendor that nobody knows the end of. */
  ledger: { key: string; state: string }[];
  messages: readonly SentMessage[];
  residents: { userId: string; email: string; status: string; round: number }[];
  /** Who was asked whether the address is theirs, and has not said so. */
  unproven: { userId: string }[];
  gatherings: { eventId: string; capacity: number | null }[];
  rsvps: Rsvp[];
  requests: { requestId: string; userId: string; entries: number }[];
  search: Map<string, Shown>;
  cache: Map<string, Shown>;
  letters: Letter[];
  /** Runs that failed for good, with their functions. */
  failedRuns: { runId: string; functionId: string }[];
  /** Events that the engine has not taken. */
  outbox: { id: string; name: string }[];
  openRuns: OpenRun[];
}

export interface Order {
  orderId: string;
  email: string;
  payment: string;
  paymentId: string | null;
  paymentStatus: string;
  /** Of a refund that is not back yet. */
  refundStatus: string | null;
  status: string;
  total: number;
  isTaken: boolean;
  isRestored: boolean;
  lines: { productId: string; quantity: number }[];
}

/** At the vendor. */
export interface Payment {
  id: string;
  status: string;
  amount: number;
  refunded: number;
}

export interface Shown {
  name: string;
  price: number;
  category: string;
}

/** The price is in rupees, as search and cache have it. */
export interface Product extends Shown {
  productId: string;
  stock: number;
  reserved: number;
  isListed: boolean;
}

export interface Delivery {
  key: string;
  subject: string;
  channel: string;
  status: string;
  messageId: string | null;
}

export interface Rsvp {
  eventId: string;
  userId: string;
  response: string;
  seats: number;
  isSeated: boolean;
  revision: number;
}

export interface Letter {
  runId: string;
  workflow: string;
  status: string;
  error: string;
  /** Its events as JSON, to look for ids in. */
  events: string;
}

/**
 * - `lost`: somebody was told that it was done, or it is owed, and it is not there;
 * - `doubled`: it was done twice;
 * - `wrong`: it is half done, or two places say different things;
 * - `stuck`: it goes on for ever.
 */
export interface Finding {
  kind: "lost" | "doubled" | "wrong" | "stuck";
  /** What it is about, as `money`. */
  what: string;
  id: string;
  says: string;
  /** Whether a function owes it: then a dead letter about the id says so, and it is not lost. */
  owed?: boolean;
}

/** What is not well, and stands where somebody looks after it. */
export interface Stated {
  kind: "in doubt" | "not sent" | "dead letter" | "late";
  what: string;
  id: string;
  says: string;
}

/** What one look at the world brings up. */
export interface Seen {
  findings: Finding[];
  stated: Stated[];
}
