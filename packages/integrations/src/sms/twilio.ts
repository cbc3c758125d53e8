import { Agent } from "node:http";
import twilio from "twilio";
import { withDeadline } from "../deadline.ts";
import { fieldOf } from "../internal/http/call.ts";
import { retryAfterOf, vendorCode } from "../internal/http/failure.ts";
import { type FailedCall, type Refusal, RefusedError, vendorFailures } from "../internal/vendor-failure.ts";
import type { Sms, SmsSender, SmsTrace } from "./port.ts";

export interface TwilioSmsOptions {
  accountSid: string;
  authToken: string;
  /** The sender: a number (E.164), an alphanumeric id, or a Messaging Service (`MG…`), which chooses of its pool. */
  from: string;
  /** Where Twilio is to tell what became of each text. Default: nowhere. */
  statusCallback?: string;
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
const asking: FailedCall = { action: "look for a text", idempotent: true };

/** The service did not take the request, as twilio.com/docs/api/errors/20503 says, where 20500 says the opposite. */
const serviceUnavailable = "20503";

/** Nobody's number, not one that takes texts, or one whose owner sent STOP: twilio.com/docs/api/errors. */
const aboutRecipient: ReadonlySet<string | undefined> = new Set(["21211", "21610", "21614"]);

const messagingService = /^MG[0-9a-fA-F]{32}$/;

/** Of all that went to one number, newest first; more than anyone gets in a day. */
const mostFound = 200;

/**
 * Text messages through Twilio Programmable Messaging. It has no idempotency key, so callers go through the send
 * ledger (`smsOncePerKey`).
 */
export function twilioSms({
  accountSid,
  authToken,
  from,
  statusCallback,
  baseUrl,
  timeout = 10_000,
}: TwilioSmsOptions): SmsSender {
  const httpClient = new TwilioHttpClient({ baseUrl, timeout });
  const client = twilio(accountSid, authToken, { httpClient });
  const sender = messagingService.test(from) ? { messagingServiceSid: from } : { from };

  return {
    send: ({ to, body }) =>
      failures.during(sending, async () => {
        const { sid, status, errorCode } = await client.messages.create({
          to,
          ...sender,
          body,
          statusCallback,
        });
        if (!sid) throw failures.unusable(sending, "named no id");
        if (status !== "failed" && status !== "undelivered") return { messageId: sid };
        const code = vendorCode(errorCode);
        throw failures.answered(sending, { status: 201, ...refusalOf(code), code, kind: "final" });
      }),

    find: (sms, since) =>
      failures.during(asking, async () =>
        traceIn(
          await client.messages.list({ to: sms.to, limit: mostFound, pageSize: mostFound }),
          sms,
          since,
        ),
      ),
  };
}

interface KnownMessage {
  sid: string;
  body: string;
  direction: string;
  dateCreated: Date;
}

/** How far apart our clock and Twilio's may be, milliseconds. */
const clocksApart = 5 * 60_000;

/** A trial account puts words before the text. */
function traceIn(messages: readonly KnownMessage[], { body }: Sms, since: string): SmsTrace {
  const from = Date.parse(since) - clocksApart;
  const later = messages.filter(({ dateCreated }) => dateCreated.getTime() >= from);
  const found = later.find((each) => each.direction !== "inbound" && each.body.endsWith(body));
  if (found) return { state: "taken", messageId: found.sid };
  return { state: later.length < mostFound ? "not-taken" : "unknown" };
}

type RequestOptions<Body> = Parameters<typeof twilio.RequestClient.prototype.request<Body>>[0];

interface TwilioAnswer {
  statusCode: number;
  body: unknown;
  headers?: unknown;
}

/**
 * Twilio's own HTTP client with another host, a limit on the whole call, not only on silence, and a connection for each
 * call: a kept one may be given up there while a text is on its way, and nobody could tell whether it was taken.
 */
class TwilioHttpClient extends twilio.RequestClient {
  readonly #baseUrl: string | undefined;
  readonly #timeout: number;

  constructor({ baseUrl, timeout }: { baseUrl?: string; timeout: number }) {
    super({ timeout, keepAlive: false });
    this.axios.defaults.httpAgent = new Agent({ keepAlive: false });
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
  const code = vendorCode(fieldOf(body, "code"));
  return new RefusedError({ status, code, retryAfter, ...refusalOf(code) });
}

/** What a code says beyond its status. */
function refusalOf(code: string | undefined): Pick<Refusal, "kind" | "aboutRecipient"> {
  if (code === serviceUnavailable) return { kind: "retryable" };
  return { aboutRecipient: aboutRecipient.has(code) };
}
