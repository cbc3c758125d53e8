import type { JsonLines } from "../json-lines.ts";
import { resendError } from "./resend-validation.ts";

const keyLifetime = 24 * 60 * 60 * 1000;

/** What was answered to a request that carried an idempotency key. */
export interface IdempotentAnswer {
  key: string;
  endpoint: string;
  body: string;
  result: unknown;
  /** Milliseconds since 1970. */
  at: number;
}

interface Attempt {
  key: string | undefined;
  endpoint: string;
  body: string;
  answers: JsonLines<IdempotentAnswer>;
  inProgress: ReadonlySet<string>;
  now: () => number;
}

/** The answer to a key that was used in the last 24 hours or is not valid; undefined for a new one. */
export function replay({ key, endpoint, body, answers, inProgress, now }: Attempt): Response | undefined {
  if (key === undefined) return undefined;
  if (key.length < 1 || key.length > 256) {
    return resendError(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
  }
  if (inProgress.has(key)) {
    return resendError(
      409,
      "concurrent_idempotent_requests",
      "Same idempotency key used while original request is still in progress.",
    );
  }
  const earlier = answers.all().findLast((answer) => answer.key === key && answer.at > now() - keyLifetime);
  if (!earlier) return undefined;
  if (earlier.endpoint === endpoint && earlier.body === body) return Response.json(earlier.result);
  return resendError(
    409,
    "invalid_idempotent_request",
    "Same idempotency key used with a different request payload.",
  );
}
