import { bodyOf, type ErrorAnswers } from "../http/call.ts";
import { type FailedCall, vendorFailures } from "../vendor-failure.ts";
import { codeOf, kindOf } from "./refusal.ts";

export const failures = vendorFailures({ port: "payments", vendor: "razorpay", name: "Razorpay" });

interface RazorpayRequest {
  method: "GET" | "POST";
  /** From `/v1/` on. */
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

export interface RazorpayHttp {
  /**
   * Sends a request and reads the answer.
   * @param read gives undefined for an answer that is not what was asked for.
   * @throws IntegrationError
   */
  ask<Answer>(
    action: string,
    request: RazorpayRequest,
    read: (answer: unknown) => Answer | undefined,
  ): Promise<Answer>;
}

export interface RazorpayHttpOptions {
  keyId: string;
  keySecret: string;
  baseUrl: string;
  /** Milliseconds. */
  timeout: number;
}

/** Every request here may be repeated: reads, refunds by their key, and writes that are looked up first. */
export function razorpayHttp({ keyId, keySecret, baseUrl, timeout }: RazorpayHttpOptions): RazorpayHttp {
  const authorization = `Basic ${Buffer.from(`${keyId}:${keySecret}`).toString("base64")}`;

  async function send({ method, path, body, headers }: RazorpayRequest): Promise<unknown> {
    const answering = fetch(`${baseUrl}/v1${path}`, {
      method,
      headers: { ...headers, authorization, "content-type": "application/json" },
      body: body ? JSON.stringify(body) : null,
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
    });
    return JSON.parse(await bodyOf(answering, errorAnswers));
  }

  return {
    async ask(action, request, read) {
      const call: FailedCall = { action, idempotent: true };
      const answer = read(await failures.during(call, () => send(request)));
      if (answer === undefined) throw failures.unusable(call, "gave an answer of another form");
      return answer;
    },
  };
}

const errorAnswers: ErrorAnswers = { codeOf, kindOf };
