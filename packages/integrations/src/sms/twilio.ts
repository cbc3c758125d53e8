import twilio from "twilio";
import { withDeadline } from "../deadline.ts";
import { fieldOf } from "../internal/http/call.ts";
import { retryAfterOf, vendorCode } from "../internal/http/failure.ts";
import { type FailedCall, RefusedError, vendorFailures } from "../internal/vendor-failure.ts";
import type { SmsSender } from "./port.ts";

export interface TwilioSmsOptions {
  accountSid: string;
  authToken: string;
  /** The sender's number (E.164) or alphanumeric id. */
  from: string;
  /** Default: Twilio's API. */
  baseUrl?: string;
  /** Milliseconds for one call; default 10,000. */
  timeout?: number;
}

const failures = vendorFailures({
  port: "sms",
  vendor: "twilio",
  name: "Twilio",
  explains: (code) => `twilio.com/docs/api/errors/${code}`,
});
const sending: FailedCall = { action: "send a text", idempotent: false };

/**
 * Text messages through Twilio Programmable Messaging. It has no idempotency key, so callers go through the send
 * ledger (`smsOncePerKey`).
 */
export function twilioSms({
  accountSid,
  authToken,
  from,
  baseUrl,
  timeout = 10_000,
}: TwilioSmsOptions): SmsSender {
  const httpClient = new TwilioHttpClient({ baseUrl, timeout });
  const client = twilio(accountSid, authToken, { httpClient });

  return {
    send: ({ to, body }) =>
      failures.during(sending, async () => {
        const { sid, status, errorCode } = await client.messages.create({ to, from, body });
        if (!sid) throw failures.unusable(sending, "named no id");
        if (status !== "failed" && status !== "undelivered") return { messageId: sid };
        throw failures.answered(sending, { status: 201, code: vendorCode(errorCode), kind: "final" });
      }),
  };
}

type RequestOptions<Body> = Parameters<typeof twilio.RequestClient.prototype.request<Body>>[0];

interface TwilioAnswer {
  statusCode: number;
  body: unknown;
  headers?: unknown;
}

/** Twilio's own HTTP client with another host and a limit on the whole call, not only on silence. */
class TwilioHttpClient extends twilio.RequestClient {
  readonly #baseUrl: string | undefined;
  readonly #timeout: number;

  constructor({ baseUrl, timeout }: { baseUrl?: string; timeout: number }) {
    super({ timeout });
    this.#baseUrl = baseUrl;
    this.#timeout = timeout;
  }

  override async request<Body>(options: RequestOptions<Body>) {
    const { pathname, search, origin } = new URL(options.uri);
    const uri = `${this.#baseUrl?.replace(/\/$/, "") ?? origin}${pathname}${search}`;
    const answer = await withDeadline(super.request<Body>({ ...options, uri }), this.#timeout);
    if (answer.statusCode >= 300) throw refused(answer);
    return answer;
  }
}

/** Thrown here because Twilio's own exception has lost the headers, and quotes the phone number. */
function refused({ statusCode: status, body, headers }: TwilioAnswer): RefusedError {
  const retryAfter = retryAfterOf(String(fieldOf(headers, "retry-after") ?? ""));
  return new RefusedError({ status, code: vendorCode(fieldOf(body, "code")), retryAfter });
}
