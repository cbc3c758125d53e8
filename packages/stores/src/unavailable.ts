import { channel } from "node:diagnostics_channel";
import { IntegrationError, type IntegrationErrorOptions } from "@org/integrations/error";
import { type IsInstance, recognised } from "@org/integrations/recognised";
import { unavailableDigest } from "./unavailable-digest.ts";

/**
 * Why the database did not serve, as `code` says it: a SQLSTATE (`55P03` a lock, `57014` the statement's deadline), or
 * `pool-full` and `pool-wait` (every connection is in use), `no-answer`, a system error such as `ECONNREFUSED`; of Convex
 * its own code (`OptimisticConcurrencyControlFailure`).
 */
type Options = Omit<IntegrationErrorOptions, "kind" | "vendor"> & {
  /** Default: `postgres`. */
  vendor?: string;
};

/**
 * The database was too slow, locked, too busy or away. Nothing of the statement or transaction was written, or what was
 * written is found again, since store methods are idempotent: the same call may be made again.
 */
export class DatabaseUnavailableError extends IntegrationError {
  static override readonly isInstance: IsInstance<DatabaseUnavailableError> = recognised(
    this,
    "@org/stores/DatabaseUnavailableError",
  );

  /** For browsers, which are told nothing else of an error. */
  readonly digest = unavailableDigest;

  constructor(message: string, options: Options) {
    super(message, { vendor: "postgres", ...options, kind: "retryable" });
  }
}

/**
 * Told, in the asynchronous context of the call, whenever a store throws the error: a server can then say so of the
 * request in which it happened, whoever turned the error into an answer.
 */
export const unavailableChannel = channel("@org/stores/unavailable");
