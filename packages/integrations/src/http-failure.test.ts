import { expect, test } from "vitest";
import { failureKind, networkFailureKind, retryAfterOf } from "./http-failure.ts";

test.each([
  [400, "final", "final"],
  [401, "final", "final"],
  [408, "ambiguous", "retryable"],
  [422, "final", "final"],
  [429, "retryable", "retryable"],
  [500, "ambiguous", "retryable"],
  [503, "ambiguous", "retryable"],
])("status %i is %s, with an idempotency key %s", (status, without, withKey) => {
  expect(failureKind(status, false)).toBe(without);
  expect(failureKind(status, true)).toBe(withKey);
});

test("Retry-After is read as seconds and as a date", () => {
  const now = Date.parse("2026-11-01T10:00:00Z");
  expect(retryAfterOf("2", now)).toBe(2000);
  expect(retryAfterOf("Sun, 01 Nov 2026 10:00:30 GMT", now)).toBe(30_000);
  expect(retryAfterOf("Sun, 01 Nov 2026 09:00:00 GMT", now)).toBe(0);
  expect(retryAfterOf("soon", now)).toBeUndefined();
  expect(retryAfterOf(null, now)).toBeUndefined();
});

test("without a connection nothing happened, after one it may have", () => {
  const refused = new TypeError("fetch failed", {
    cause: Object.assign(new Error(), { code: "ECONNREFUSED" }),
  });
  const reset = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
  expect(networkFailureKind(refused, false)).toBe("retryable");
  expect(networkFailureKind(reset, false)).toBe("ambiguous");
  expect(networkFailureKind(reset, true)).toBe("retryable");
});
