import { join } from "node:path";
import { openJsonLines } from "../json-lines.ts";
import type { SentMessage } from "../outbox.ts";
import { defineVendor, type EmulatorState, type VendorEmulator } from "../vendor.ts";
import { type IdempotentAnswer, replay } from "./resend-idempotency.ts";
import { resendReports } from "./resend-reports.ts";
import { type Checked, checkBody, type ResendEmail, resendError } from "./resend-validation.ts";
import { startUpstream } from "./upstream.ts";

const apiKey = "re_local_emulator";
/** `whsec_` and base64, as svix gives them out. */
const webhookSecret = `whsec_${Buffer.from("resend_local_webhook").toString("base64")}`;

/**
 * `emulate`'s emulator plus what it leaves out: the key check, field checks, the rate limit of
 * 5 requests a second (resend.com/docs/api-reference/rate-limit), "still in progress" for a concurrent
 * repeat, and idempotency keys and emails that survive a restart.
 */
export const resend = defineVendor({
  connection: { apiKey, webhookSecret },
  environment: (url) => ({
    RESEND_API_KEY: apiKey,
    RESEND_BASE_URL: url,
    RESEND_WEBHOOK_SECRET: webhookSecret,
    RESEND_FROM: "MohallaMart <orders@mohallamart.example>",
    RESEND_TEN_OCEAN_FROM: "10 Ocean Tenant Association <office@10ocean.example>",
  }),
  start,
});

async function start({ outbox, stateDir, now, reportsUrl }: EmulatorState): Promise<VendorEmulator> {
  const reports = resendReports({ url: reportsUrl && `${reportsUrl}/resend`, secret: webhookSecret });
  const upstream = await startUpstream("resend", {});
  const answers = openJsonLines<IdempotentAnswer>(stateDir && join(stateDir, "resend-keys.jsonl"));
  const inProgress = new Set<string>();

  async function send(request: Request, endpoint: string): Promise<Response> {
    const body = await request.text();
    const key = request.headers.get("idempotency-key") ?? undefined;
    const permissive = request.headers.get("x-batch-validation") === "permissive";
    const checked = await checkBody(endpoint, body, permissive);
    if (checked instanceof Response) return checked;
    const earlier = replay({ key, endpoint, body, answers, inProgress, now });
    if (earlier) return earlier;
    if (key) inProgress.add(key);
    try {
      const answer = await forward(request, endpoint, checked);
      if (!answer.ok) return answer;
      const sent: unknown = await answer.json();
      const messages = toMessages(checked.accepted, idsOf(sent));
      await outbox.record(messages);
      for (const message of messages) reports.tell(message);
      const result = permissive ? { ...Object(sent), errors: checked.errors } : sent;
      if (key) await answers.append([{ key, endpoint, body, result, at: now() }]);
      return Response.json(result);
    } finally {
      if (key) inProgress.delete(key);
    }
  }

  async function forward(request: Request, endpoint: string, { accepted }: Checked): Promise<Response> {
    if (accepted.length === 0) return Response.json({ data: [] });
    return upstream.forward(
      withoutKey(request),
      JSON.stringify(endpoint === "/emails" ? accepted[0] : accepted),
    );
  }

  return {
    limit: { requests: 5, window: 1_000 },
    errorBody: (status) => errorBody(status),
    async handle(request) {
      const { pathname } = new URL(request.url);
      const authorization = request.headers.get("authorization");
      if (!authorization) return resendError(401, "missing_api_key", "Missing API Key");
      if (authorization !== `Bearer ${apiKey}`) {
        return resendError(403, "invalid_api_key", "API key is invalid");
      }
      if (request.method === "POST" && (pathname === "/emails" || pathname === "/emails/batch")) {
        return send(request, pathname);
      }
      const sent = request.method === "GET" && outbox.find("resend", pathname.slice("/emails/".length));
      return sent ? Response.json(sent.resource) : upstream.forward(request);
    },
    reset() {
      upstream.reset();
      answers.clear();
    },
    async close() {
      reports.close();
      await upstream.close();
    },
  };
}

/** The keys are looked after here, by this emulator's clock. */
function withoutKey({ url, method, headers }: Request): Request {
  const rest = new Headers(headers);
  rest.delete("idempotency-key");
  return new Request(url, { method, headers: rest });
}

function errorBody(statusCode: number) {
  if (statusCode === 429) {
    return {
      statusCode,
      name: "rate_limit_exceeded",
      message: "Too many requests. You can only make 5 requests per second.",
    };
  }
  return statusCode >= 500
    ? { statusCode, name: "internal_server_error", message: "An unexpected error occurred." }
    : { statusCode, name: "validation_error", message: "The request was refused." };
}

/** Answers of the send operations: `{ id }` or, of a batch, `{ data: [{ id }] }`. */
function idsOf(result: unknown): string[] {
  const { id, data } = result as { id?: string; data?: { id: string }[] };
  return id === undefined ? (data ?? []).map((entry) => entry.id) : [id];
}

/** Guarantee: `emails` passed the field checks. */
function toMessages(emails: readonly unknown[], ids: string[]): SentMessage[] {
  const at = new Date().toISOString();
  return emails.map((email, index) => toMessage(email as ResendEmail, ids[index] ?? "", at));
}

function toMessage(email: ResendEmail, id: string, at: string): SentMessage {
  const { from, subject, html, text, headers } = email;
  const to = [email.to].flat();
  const [cc, bcc, replyTo] = [email.cc, email.bcc, email.reply_to].map((value) => [value ?? []].flat());
  const resource = {
    object: "email",
    id,
    from,
    to,
    subject,
    html,
    text,
    cc,
    bcc,
    reply_to: replyTo,
    headers,
    created_at: at,
    last_event: "delivered",
  };
  return {
    id,
    vendor: "resend",
    channel: "email",
    at,
    from,
    to: to.join(", "),
    subject,
    html,
    text,
    resource,
  };
}
