import { type IsInstance, recognised } from "./recognised.ts";

/**
 * What a failed call to an outside service means for the caller:
 * - `retryable`: it did not take effect (or repeating it is safe), the same call may succeed later;
 * - `final`: it did not take effect and the same call will never succeed;
 * - `ambiguous`: it may or may not have taken effect and must not be repeated blindly.
 */
export type FailureKind = "retryable" | "final" | "ambiguous";

export interface IntegrationErrorOptions {
  /** The port that was called, as its folder is named: `email`, `sms`, `stores/mohallamart`. */
  port: string;
  /** The vendor behind the port: `resend`, `twilio`, `postgres`. */
  vendor: string;
  kind: FailureKind;
  /** The HTTP status of the vendor's answer, when there was one. */
  status?: number;
  /** The vendor's own error code (`rate_limit_exceeded`, `21211`, a SQLSTATE); never free text. */
  code?: string;
  /** Milliseconds to wait before the next try, when the vendor said so. */
  retryAfter?: number;
  /** The call was not answered, or not so that it can be read: repeating it is safe, and it may have taken effect. */
  unanswered?: boolean;
  /** The refusal is about the recipient, who opted out or has no such address: nobody else may or can reach them. */
  aboutRecipient?: boolean;
}

/**
 * The one error that every port throws. `kind` is decided where the status is known, inside the adapter.
 * The message holds no personal data: neither the request's values nor the vendor's own text enter it.
 */
export class IntegrationError extends Error {
  static readonly isInstance: IsInstance<IntegrationError> = recognised(
    this,
    "@org/integrations/IntegrationError",
  );

  readonly port: string;
  readonly vendor: string;
  readonly kind: FailureKind;
  readonly status: number | undefined;
  readonly code: string | undefined;
  /** Milliseconds. */
  readonly retryAfter: number | undefined;
  /** True of a retryable failure after which nobody knows whether the call took effect, should it not be repeated. */
  readonly unanswered: boolean;
  /** True of a final failure that no other vendor may or can do better about. */
  readonly aboutRecipient: boolean;

  constructor(message: string, options: IntegrationErrorOptions) {
    super(message);
    this.name = new.target.name;
    this.port = options.port;
    this.vendor = options.vendor;
    this.kind = options.kind;
    this.status = options.status;
    this.code = options.code;
    this.retryAfter = options.retryAfter;
    this.unanswered = options.unanswered ?? false;
    this.aboutRecipient = options.aboutRecipient ?? false;
  }

  get retryable(): boolean {
    return this.kind === "retryable";
  }

  get final(): boolean {
    return this.kind === "final";
  }

  get ambiguous(): boolean {
    return this.kind === "ambiguous";
  }
}
