import type { FailureKind } from "../../error.ts";

/**
 * What an HTTP error status means. `idempotent`: the vendor recognises a repeated call, so that an unknown outcome
 * may simply be tried again.
 */
export function failureKind(status: number, idempotent: boolean): FailureKind {
  if (status === 429) return "retryable";
  if (status === 408 || status >= 500) return idempotent ? "retryable" : "ambiguous";
  return "final";
}

/** Milliseconds from a `Retry-After` header in seconds or as an HTTP date. */
export function retryAfterOf(header: string | null | undefined, now = Date.now()): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const milliseconds = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, Math.round(milliseconds));
}

const neverConnected = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

/** The code of a network failure, found also below wrapping errors: `ECONNRESET`, `UND_ERR_SOCKET`, … */
export function networkCode(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ("code" in at && typeof at.code === "string" && /^[A-Z][A-Z0-9_]{1,63}$/.test(at.code)) return at.code;
  }
  return undefined;
}

/** A call without an answer: certainly without effect only when there was no connection. */
export function networkFailureKind(error: unknown, idempotent: boolean): FailureKind {
  if (idempotent || neverConnected.has(networkCode(error) ?? "")) return "retryable";
  return "ambiguous";
}

/**
 * A vendor's error code as it may enter a message: a number of up to six digits or a single word, never a sentence,
 * an address or a phone number, whatever the vendor put there.
 */
export function vendorCode(code: unknown): string | undefined {
  const text = typeof code === "number" || typeof code === "string" ? String(code) : "";
  return /^(?:\d{1,6}|[A-Za-z][A-Za-z_-]{0,63}(?:\d{1,3})?)$/.test(text) ? text : undefined;
}
