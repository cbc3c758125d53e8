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

/** A refusal in Razorpay's format (razorpay.com/docs/errors). */
export class RazorpayFailure extends Error {
  static isInstance(value: unknown): value is RazorpayFailure {
    return value instanceof RazorpayFailure;
  }

  readonly status: number;

  constructor(description: string, status = 400) {
    super(description);
    this.name = "RazorpayFailure";
    this.status = status;
  }
}

export function errorBody(status: number, description: string) {
  const code = status === 502 ? "GATEWAY_ERROR" : status >= 500 ? "SERVER_ERROR" : "BAD_REQUEST_ERROR";
  return {
    error: { code, description, source: "NA", step: "NA", reason: "NA", metadata: {} },
  };
}
