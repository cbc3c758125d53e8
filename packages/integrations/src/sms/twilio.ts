import twilio from "twilio";
import { DeadlineError, withDeadline } from "../deadline.ts";
import { IntegrationError, type IntegrationErrorOptions } from "../error.ts";
import { failureKind, networkCode, networkFailureKind, retryAfterOf } from "../http-failure.ts";
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
    async send({ to, body }) {
      try {
        const message = await client.messages.create({ to, from, body });
        if (!message.sid) throw twilioError("Twilio took a message but named no id.", { kind: "ambiguous" });
        if (message.status === "failed" || message.status === "undelivered") {
          throw answered(201, message.errorCode, { kind: "final" });
        }
        return { messageId: message.sid };
      } catch (error) {
        throw error instanceof IntegrationError ? error : unanswered(error);
      }
    },
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
function refused({ statusCode, body, headers }: TwilioAnswer): IntegrationError {
  return answered(statusCode, field(body, "code"), {
    kind: failureKind(statusCode, false),
    retryAfter: retryAfterOf(String(field(headers, "retry-after") ?? "")),
  });
}

function answered(
  status: number,
  code: unknown,
  details: Pick<IntegrationErrorOptions, "kind" | "retryAfter">,
): IntegrationError {
  const known = typeof code === "number" ? String(code) : undefined;
  const where = known ? ` (${known}, see twilio.com/docs/api/errors/${known})` : "";
  return twilioError(`Twilio answered ${status}${where}.`, { ...details, status, code: known });
}

/** No answer, or one that is not JSON: the message may be on its way. */
function unanswered(error: unknown): IntegrationError {
  const code = error instanceof DeadlineError ? "ETIMEDOUT" : networkCode(error);
  const kind = networkFailureKind(error, false);
  const what = kind === "retryable" ? "could not be reached" : "gave no valid answer";
  return twilioError(`Twilio ${what}${code ? ` (${code})` : ""}.`, { kind, code });
}

const advice = {
  retryable: "Try again.",
  final: "Correct the request or the account; trying again is no use.",
  ambiguous: "The message may have been sent; look it up at Twilio before sending again.",
};

function twilioError(
  message: string,
  details: Omit<IntegrationErrorOptions, "port" | "vendor">,
): IntegrationError {
  const text = `${message} ${advice[details.kind]}`;
  return new IntegrationError(text, { port: "sms", vendor: "twilio", ...details });
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
