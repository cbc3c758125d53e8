import { expect, it } from "vitest";
import { failureKind, networkCode, networkFailureKind, retryAfterOf, vendorCode } from "./failure.ts";

it.each([
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

it("Retry-After is read as seconds and as a date", () => {
  const now = Date.parse("2026-11-01T10:00:00Z");
  expect(retryAfterOf("2", now)).toBe(2000);
  expect(retryAfterOf("Sun, 01 Nov 2026 10:00:30 GMT", now)).toBe(30_000);
  expect(retryAfterOf("Sun, 01 Nov 2026 09:00:00 GMT", now)).toBe(0);
  expect(retryAfterOf("soon", now)).toBeUndefined();
  expect(retryAfterOf(null, now)).toBeUndefined();
});

it("without a connection nothing happened, after one it may have", () => {
  const refused = new TypeError("fetch failed", {
    cause: Object.assign(new Error(), { code: "ECONNREFUSED" }),
  });
  const reset = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
  expect(networkFailureKind(refused, false)).toBe("retryable");
  expect(networkFailureKind(reset, false)).toBe("ambiguous");
  expect(networkFailureKind(reset, true)).toBe("retryable");
});

it("a code of the network is kept, what a vendor calls its code is not taken for one", () => {
  const reset = new Error("failed", { cause: Object.assign(new Error(), { code: "UND_ERR_SOCKET" }) });
  expect(networkCode(reset)).toBe("UND_ERR_SOCKET");
  expect(networkCode(Object.assign(new Error(), { code: "no user asha@example.com" }))).toBeUndefined();
});

it.each([
  ["invalid_key", "invalid_key"],
  ["401", "401"],
  [21211, "21211"],
  ["E-42", "E-42"],
  ["+919812345670", undefined],
  ["919812345670", undefined],
  ["No such user", undefined],
  ["asha@example.com", undefined],
  ["", undefined],
  [null, undefined],
  [{ code: "a" }, undefined],
])("the vendor's code %j is kept as %j", (code, kept) => {
  expect(vendorCode(code)).toBe(kept);
});
