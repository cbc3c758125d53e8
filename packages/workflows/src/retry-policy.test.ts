import { IntegrationError } from "@org/integrations/error";
import { NonRetriableError, RetryAfterError } from "inngest";
import { describe, expect, it } from "vitest";
import { retryDelay, toInngestError } from "./retry-policy.ts";

describe("retryDelay", () => {
  it("waits 1 s, 5 s and 15 s, then 30 s doubling up to 5 min", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 20].map(retryDelay)).toEqual([
      1_000, 5_000, 15_000, 30_000, 60_000, 120_000, 240_000, 300_000, 300_000,
    ]);
  });
});

describe("toInngestError", () => {
  const failure = { port: "email", vendor: "resend" };

  it("does not try a final or an ambiguous failure again", () => {
    for (const kind of ["final", "ambiguous"] as const) {
      const error = toInngestError(new IntegrationError("refused", { ...failure, kind }), 0);
      expect(error).toBeInstanceOf(NonRetriableError);
    }
  });

  it("waits as long as the vendor asks when that is longer than the policy", () => {
    const limited = new IntegrationError("slow down", {
      ...failure,
      kind: "retryable",
      status: 429,
      retryAfter: 42_000,
    });
    expect(toInngestError(limited, 0)).toMatchObject({ name: "RetryAfterError", retryAfter: "42" });
    expect(toInngestError(limited, 5)).toMatchObject({ name: "RetryAfterError", retryAfter: "120" });
  });

  it("drops the cause, which may quote personal data, and keeps where the error came from", () => {
    const original = new Error("insert failed", {
      cause: new Error("Key (email)=(asha@example.com) exists"),
    });
    const translated = toInngestError(original, 1);
    expect(translated).toBeInstanceOf(RetryAfterError);
    expect(translated.cause).toBeUndefined();
    expect(translated.stack).toBe(original.stack);
  });

  it("leaves an error alone that already says when to retry", () => {
    const own = new RetryAfterError("come back", "1h");
    expect(toInngestError(own, 0)).toBe(own);
  });
});
