import { type CreateEmailOptions, Resend } from "resend";
import { type FailureKind, IntegrationError } from "../error.ts";
import { failureKind, retryAfterOf, vendorCode } from "../http-failure.ts";
import type { Email, EmailSender } from "./port.ts";

export interface ResendEmailOptions {
  apiKey: string;
  /** The sender, as `MohallaMart <orders@mohallamart.example>`. */
  from: string;
  /** Default: Resend's API. */
  baseUrl?: string;
  /** Milliseconds for one call; default 10,000. */
  timeout?: number;
}

/**
 * Email through Resend. The key becomes Resend's `Idempotency-Key`, which it remembers for 24 hours, so an unknown
 * outcome is retryable.
 */
export function resendEmail({
  apiKey,
  from,
  baseUrl = "https://api.resend.com",
  timeout = 10_000,
}: ResendEmailOptions): EmailSender {
  const resend = new Resend(apiKey, { baseUrl });
  const options = (key: string) => ({
    idempotencyKey: checkedKey(key),
    signal: AbortSignal.timeout(timeout),
  });
  const message = ({ to, subject, html, text, headers }: Email): CreateEmailOptions => ({
    from,
    to,
    subject,
    html,
    text,
    headers,
  });

  return {
    async send(email) {
      const { id } = dataOf(await resend.emails.send(message(email), options(email.key)));
      return { messageId: messageId(id) };
    },

    async sendBatch(emails, key) {
      if (emails.length === 0) return [];
      if (emails.length > 100) {
        throw resendError(`A batch holds at most 100 emails, got ${emails.length}. Split it.`, "final");
      }
      const answer = dataOf(await resend.batch.send(emails.map(message), options(key)));
      if (answer.data?.length !== emails.length) {
        throw resendError("Resend answered a batch with another number of emails. Try again.", "retryable");
      }
      return answer.data.map(({ id }) => ({ messageId: messageId(id) }));
    },
  };
}

type ResendAnswer<Data> = Awaited<ReturnType<Resend["post"]>> & { data: Data | null };

/** Resend's client never throws; it answers with what went wrong. */
function dataOf<Data>({ data, error, headers }: ResendAnswer<Data>): Data {
  if (data) return data;
  const status = error?.statusCode ?? undefined;
  const code = vendorCode(error?.name);
  const kind = kindOf(status, code);
  const what = status === undefined ? "could not be reached or gave no valid answer" : `answered ${status}`;
  const advice =
    kind === "retryable" ? "Try again." : "Correct the request or the account; trying again is no use.";
  throw resendError(`Resend ${what}${code ? ` (${code})` : ""}. ${advice}`, kind, {
    status,
    code,
    retryAfter: retryAfterOf(headers?.["retry-after"]),
  });
}

/** Codes from Resend's error reference whose status alone would mislead. */
function kindOf(status: number | undefined, code: string | undefined): FailureKind {
  if (code === "monthly_quota_exceeded" || code === "daily_quota_exceeded") return "final";
  if (code === "concurrent_idempotent_requests") return "retryable";
  return status === undefined ? "retryable" : failureKind(status, true);
}

/** An answer without an id is not proof of a message; the key makes asking again safe. */
function messageId(id: unknown): string {
  if (typeof id === "string" && id !== "") return id;
  throw resendError("Resend accepted an email but named no id. Try again.", "retryable");
}

function checkedKey(key: string): string {
  if (key.length >= 1 && key.length <= 256) return key;
  throw resendError(`An email's key has 1 to 256 characters, got ${key.length}.`, "final");
}

function resendError(
  message: string,
  kind: FailureKind,
  details: { status?: number; code?: string; retryAfter?: number } = {},
): IntegrationError {
  return new IntegrationError(message, { port: "email", vendor: "resend", kind, ...details });
}
