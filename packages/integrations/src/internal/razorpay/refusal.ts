import type { FailureKind } from "../../error.ts";
import { fieldOf } from "../http/call.ts";

/**
 * Razorpay answers 400 also for what went wrong behind it, and says so in `error.reason` and `error.code`
 * (razorpay.com/docs/errors): a bank or gateway that is down for a while, and its own servers.
 */
const passing: ReadonlySet<string> = new Set([
  "GATEWAY_ERROR",
  "SERVER_ERROR",
  "SERVICE_UNAVAILABLE",
  "bank_technical_error",
  "gateway_technical_error",
  "issuer_technical_error",
  "server_error",
  "request_timed_out",
]);

/** Where Razorpay's own reason says nothing, its words for that. */
const unsaid: ReadonlySet<unknown> = new Set([undefined, null, "", "NA", "input_validation_failed"]);

/** The most telling of its codes: the reason where there is one, such as `gateway_technical_error`. */
export function codeOf(body: unknown): unknown {
  const error = fieldOf(body, "error");
  const reason = fieldOf(error, "reason");
  return unsaid.has(reason) ? fieldOf(error, "code") : reason;
}

/** Conflict means that a request with the same key is still in progress. */
export function kindOf(status: number, body: unknown): FailureKind | undefined {
  if (status === 409) return "retryable";
  if (status !== 400) return undefined;
  const error = fieldOf(body, "error");
  return [fieldOf(error, "reason"), fieldOf(error, "code")].some((word) => passing.has(String(word)))
    ? "retryable"
    : undefined;
}
