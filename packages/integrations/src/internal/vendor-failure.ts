import { DeadlineError } from "../deadline.ts";
import { type FailureKind, IntegrationError } from "../error.ts";
import { type IsInstance, recognised } from "../recognised.ts";
import { tellOfVendorCall, type VendorCall } from "../vendor-calls.ts";
import { failureKind, networkCode, networkFailureKind } from "./http/failure.ts";

export interface VendorName {
  /** As in `IntegrationError`. */
  port: string;
  vendor: string;
  /** The vendor as people write it, for messages: `Typesense`. */
  name: string;
  /** Where the vendor explains one of its codes, for messages. */
  explains?(code: string): string;
}

/** What is known of the call that failed. */
export interface FailedCall {
  /** What was asked, without its values: `search`, `capture a payment`. */
  action: string;
  /** Whether repeating it is safe, so that an unknown outcome may simply be tried again. */
  idempotent: boolean;
  /** Statuses of refusals that are answers to this call, as 404 is to "is it there": measured as calls that went well. */
  expected?: readonly number[];
}

export interface Refusal {
  /** Of an HTTP answer; absent where the protocol has none. */
  status?: number;
  /** The vendor's own code; never free text. */
  code?: string;
  /** Milliseconds. */
  retryAfter?: number;
  /** Default: what the status means; final without one. */
  kind?: FailureKind;
  /** As in `IntegrationError`. */
  aboutRecipient?: boolean;
}

interface FailureDetails {
  kind: FailureKind;
  status?: number;
  /** The vendor's own code; never free text. */
  code?: string;
  /** As in `IntegrationError`. */
  unanswered?: boolean;
  /** As in `IntegrationError`. */
  aboutRecipient?: boolean;
}

/** Thrown by an adapter's transport, which has the answer and does not know what the call was for. */
export class RefusedError extends Error {
  static readonly isInstance: IsInstance<RefusedError> = recognised(this, "@org/integrations/RefusedError");

  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super("The vendor refused a call.");
    this.name = "RefusedError";
    this.refusal = refusal;
  }
}

/** The errors of one vendor: what happened, to which call, and what to do next; nothing that was sent or answered. */
export interface VendorFailures {
  /** Runs a call of the vendor's client. @throws IntegrationError for whatever it throws. */
  during<Answer>(call: FailedCall, ask: () => Promise<Answer>): Promise<Answer>;
  /** An answer with an error status. */
  answered(call: FailedCall, refusal: Refusal): IntegrationError;
  /** No answer, one that came too late, or one that broke off. */
  unanswered(call: FailedCall, error: unknown): IntegrationError;
  /** An answer that says success and cannot be used. `what` follows the vendor's name. */
  unusable(call: FailedCall, what: string): IntegrationError;
  /** An answer whose content means failure. `what` follows the vendor's name. */
  failed(call: FailedCall, what: string, details: FailureDetails): IntegrationError;
  /** A call that was not made, or failed for good for a reason of its own. */
  final(message: string, details?: { status?: number; code?: string }): IntegrationError;
}

const advice = {
  retryable: "Try again.",
  final: "Correct the request or the account; trying again is no use.",
  ambiguous: "It may have taken effect; look it up there before repeating it.",
};

export function vendorFailures({ port, vendor, name, explains }: VendorName): VendorFailures {
  const failure = (
    what: string,
    { action }: FailedCall,
    details: FailureDetails & { retryAfter?: number },
    isVendorsCode = true,
  ) => {
    const { code } = details;
    const reference = code && explains && isVendorsCode ? `, see ${explains(code)}` : "";
    const message = `${name} ${what}${code ? ` (${code}${reference})` : ""} when asked to ${action}. ${advice[details.kind]}`;
    return new IntegrationError(message, { port, vendor, ...details });
  };
  const answered: VendorFailures["answered"] = (call, refusal) => {
    const { status, ...details } = refusal;
    if (status === undefined) return failure("refused", call, { kind: "final", ...details });
    const kind = failureKind(status, call.idempotent);
    return failure(`answered ${status}`, call, { kind, status, ...details });
  };
  const unanswered: VendorFailures["unanswered"] = (call, error) => {
    const code = isTimeout(error) ? "ETIMEDOUT" : networkCode(error);
    const kind = networkFailureKind(error, call.idempotent);
    // What may be repeated without harm may have taken effect all the same.
    const unanswered = networkFailureKind(error, false) === "ambiguous";
    return failure("gave no complete answer", call, { kind, code, unanswered }, false);
  };
  return {
    answered,
    unanswered,
    async during(call, ask) {
      const began = performance.now();
      const tell = (outcome: VendorCall["outcome"]) =>
        tellOfVendorCall({ port, vendor, action: call.action, outcome, duration: performance.now() - began });
      try {
        const answer = await ask();
        tell("done");
        return answer;
      } catch (error) {
        tell(isExpected(call, error) ? "done" : isOverLimit(error) ? "limited" : "failed");
        if (RefusedError.isInstance(error)) throw answered(call, error.refusal);
        throw IntegrationError.isInstance(error) ? error : unanswered(call, error);
      }
    },
    unusable(call, what) {
      return failure(what, call, { kind: call.idempotent ? "retryable" : "ambiguous", unanswered: true });
    },
    failed: (call, what, details) => failure(what, call, details),
    final: (message, details) => new IntegrationError(message, { port, vendor, kind: "final", ...details }),
  };
}

function isExpected({ expected = [] }: FailedCall, error: unknown): boolean {
  const status = RefusedError.isInstance(error) ? error.refusal.status : undefined;
  return status !== undefined && expected.includes(status);
}

function isOverLimit(error: unknown): boolean {
  const status = RefusedError.isInstance(error) ? error.refusal.status : undefined;
  return status === 429 || (IntegrationError.isInstance(error) && error.status === 429);
}

function isTimeout(error: unknown): boolean {
  return DeadlineError.isInstance(error) || (error instanceof Error && error.name === "TimeoutError");
}
