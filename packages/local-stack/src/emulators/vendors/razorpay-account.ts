import { createHmac } from "node:crypto";

/** The emulated account. */
export const account = {
  keyId: "rzp_test_localemulator",
  keySecret: "razorpay_local_emulator",
  webhookSecret: "razorpay_local_webhook",
};

/** HMAC-SHA256 in hexadecimal, as Razorpay signs. */
export function signed(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** Who was at fault, at which step, and why, as far as Razorpay says it (razorpay.com/docs/errors). */
export interface ErrorDetails {
  source: string;
  step: string;
  reason: string;
  field?: string;
}

const unsaid: ErrorDetails = { source: "NA", step: "NA", reason: "NA" };

/** What it says of a request that breaks a rule of its own. */
export const invalid: ErrorDetails = {
  source: "business",
  step: "payment_initiation",
  reason: "input_validation_failed",
};

/** A refusal in Razorpay's format. */
export class RazorpayFailure extends Error {
  static isInstance(value: unknown): value is RazorpayFailure {
    return value instanceof RazorpayFailure;
  }

  readonly status: number;
  readonly details: ErrorDetails;

  constructor(description: string, { status = 400, details = unsaid }: FailureOptions = {}) {
    super(description);
    this.name = "RazorpayFailure";
    this.status = status;
    this.details = details;
  }
}

interface FailureOptions {
  status?: number;
  details?: ErrorDetails;
}

export function errorBody(status: number, description: string, details: ErrorDetails = unsaid) {
  const code = status === 502 ? "GATEWAY_ERROR" : status >= 500 ? "SERVER_ERROR" : "BAD_REQUEST_ERROR";
  return { error: { code, description, ...details, metadata: {} } };
}
