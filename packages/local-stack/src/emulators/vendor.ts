import type { Outbox } from "./outbox.ts";
import type { RateLimit } from "./rate-limit.ts";

/** One vendor's API on this machine. The gateway in front of it adds faults and the rate limit. */
export interface VendorEmulator {
  /** Published limit of the vendor's API. */
  limit?: RateLimit;
  /** Answers a request as the vendor would, with all its effects. */
  handle(request: Request): Promise<Response>;
  /** Body of an error answer with this status in the vendor's format. */
  errorBody(status: number): unknown;
  /** Forgets everything but its accounts and keys. */
  reset(): Promise<void> | void;
  close(): Promise<void> | void;
}

/** What an emulator may keep. */
export interface EmulatorState {
  outbox: Outbox;
  /** Folder to keep state in; without it the state ends with the process. */
  stateDir?: string;
  /** A real Redis for vendors that stand before one; it is emptied by a reset. Without it: in memory. */
  redisUrl?: string;
  /** Where the payment vendor reports to. Without it, nowhere. */
  paymentWebhookUrl?: string;
  /** Whether the payment vendor's reports come twice and overtake each other. */
  unrulyPaymentWebhooks?: boolean;
  /** Milliseconds until a bank has a refund; `Infinity`: when it is told to. */
  refundsTake?: number;
  /** The folder of addresses, each named after its vendor, where vendors report what became of messages. Without it, nowhere. */
  reportsUrl?: string;
  /** Where the delivery partner reports what becomes of parcels. Without it, nowhere. */
  parcelWebhookUrl?: string;
  /** Where people reach the web app: fixed text of the texts that are registered with the operators. */
  webUrl: string;
  /** What the lives of idempotency keys count by, milliseconds since 1970. */
  now: () => number;
  /** Users of the push vendor who have allowed notifications on a device. */
  pushUsers?: readonly string[];
  /** Whether the push vendor's app wants a proof of whose device it is. */
  verifiesPushUsers?: boolean;
}

/** Everything that the stack has to know of a vendor. */
export interface VendorDefinition<Connection extends object> {
  /** What a client needs besides the URL. */
  connection: Connection;
  /** Environment variables that point an app at the emulator. */
  environment(url: string): Record<string, string>;
  start(state: EmulatorState): Promise<VendorEmulator>;
}

/** Types a definition without widening its connection. */
export function defineVendor<const Connection extends object>(
  definition: VendorDefinition<Connection>,
): VendorDefinition<Connection> {
  return definition;
}
