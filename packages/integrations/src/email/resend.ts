import { oneLine } from "@org/events/text";
import { type CreateEmailOptions, Resend } from "resend";
import type { FailureKind } from "../error.ts";
import { retryAfterOf, vendorCode } from "../internal/http/failure.ts";
import { type FailedCall, vendorFailures } from "../internal/vendor-failure.ts";
import type { Email, EmailSender, RefusedEmail, SentEmail } from "./port.ts";

export interface ResendEmailOptions {
  apiKey: string;
  /** The sender, as `MohallaMart <orders@mohallamart.example>`. */
  from: string;
  /** Default: Resend's API. */
  baseUrl?: string;
  /** Milliseconds for one call; default 10,000. */
  timeout?: number;
}

const failures = vendorFailures({ port: "email", vendor: "resend", name: "Resend" });
const sending: FailedCall = { action: "send an email", idempotent: true };
const sendingBatch: FailedCall = { action: "send a batch of emails", idempotent: true };

/**
 * Email through Resend. The key becomes Resend's `Idempotency-Key`, which it remembers for 24 hours, so an unknown
 * outcome is retryable, and other words under a known key are not sent again.
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
  const message = ({ to, subject, html, text, headers }: Omit<Email, "key">): CreateEmailOptions => ({
    from,
    to: oneLine(to),
    subject: oneLine(subject),
    html,
    text,
    headers: headers && mapValues(headers, oneLine),
  });

  return {
    async send(email) {
      const [request, once] = [message(email), options(email.key)];
      return failures.during(sending, async () => {
        const answer = await resend.emails.send(request, once);
        if (wasSentBefore(answer)) return {};
        return { messageId: messageId(sending, dataOf(sending, answer).id) };
      });
    },

    async sendBatch(emails, key) {
      if (emails.length === 0) return [];
      if (emails.length > 100) {
        throw failures.final(`A batch holds at most 100 emails, got ${emails.length}. Split it.`);
      }
      const requests = emails.map(message);
      const once = { ...options(key), batchValidation: "permissive" } as const;
      return failures.during(sendingBatch, async () => {
        const answer = await resend.batch.send(requests, once);
        if (wasSentBefore(answer)) return emails.map(() => ({}));
        return outcomesOf(emails.length, dataOf(sendingBatch, answer));
      });
    },
  };
}

/** Resend remembers a key once it has taken the message, and refuses it for any other body. */
function wasSentBefore({ error }: Pick<ResendAnswer<unknown>, "error">): boolean {
  return error?.name === "invalid_idempotent_request";
}

interface PermissiveAnswer {
  data: readonly { id: string }[];
  errors?: readonly { index: number; message: string }[];
}

/** In permissive mode `data` has the accepted emails in their order, and `errors` the places of the others. */
function outcomesOf(howMany: number, { data, errors = [] }: PermissiveAnswer): (SentEmail | RefusedEmail)[] {
  const places = new Set(errors.map(({ index }) => index));
  if (!Array.isArray(data) || data.length + places.size !== howMany)
    throw failures.unusable(sendingBatch, "answered for another number of emails");
  const accepted = data.values();
  return Array.from({ length: howMany }, (_none, place) =>
    places.has(place)
      ? { refused: "Resend does not accept the address or another field of this email." }
      : { messageId: messageId(sendingBatch, accepted.next().value?.id) },
  );
}

type ResendAnswer<Data> = Awaited<ReturnType<Resend["post"]>> & { data: Data | null };

/** Resend's client never throws; it answers with what went wrong, and without a status when there was no answer. */
function dataOf<Data>(call: FailedCall, { data, error, headers }: ResendAnswer<Data>): Data {
  if (data) return data;
  const code = vendorCode(error?.name);
  // The client does not tell a call that was cut off from one that never left.
  if (!error?.statusCode) {
    throw failures.failed(call, "gave no valid answer", { kind: "retryable", code, unanswered: true });
  }
  throw failures.answered(call, {
    status: error.statusCode,
    code,
    retryAfter: retryAfterOf(headers?.["retry-after"]),
    ...kindOf(code),
  });
}

/** Codes from Resend's error reference whose status alone would mislead. */
function kindOf(code: string | undefined): { kind?: FailureKind } {
  if (code === "monthly_quota_exceeded" || code === "daily_quota_exceeded") return { kind: "final" };
  return code === "concurrent_idempotent_requests" ? { kind: "retryable" } : {};
}

/** An answer without an id is not proof of a message; the key makes asking again safe. */
function messageId(call: FailedCall, id: unknown): string {
  if (typeof id === "string" && id !== "") return id;
  throw failures.unusable(call, "named no id");
}

function checkedKey(key: string): string {
  if (key.length >= 1 && key.length <= 256) return key;
  throw failures.final(`An email's key has 1 to 256 characters, got ${key.length}.`);
}

function mapValues(values: Record<string, string>, map: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));
}
