import type { RateLimit } from "./rate-limit.ts";

/** One vendor's API on this machine. The gateway in front of it adds faults and the rate limit. */
export interface VendorEmulator {
  /** Published limit of the vendor's API, and where it is published. */
  limit?: RateLimit;
  /** Answers a request as the vendor would, with all its effects. */
  handle(request: Request): Promise<Response>;
  /** Body of an error answer with this status in the vendor's format. */
  errorBody(status: number): unknown;
  /** Forgets everything but its accounts and keys. */
  reset(): Promise<void> | void;
  close(): Promise<void> | void;
}
