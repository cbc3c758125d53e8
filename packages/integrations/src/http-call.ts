import { type FailureKind, IntegrationError } from "./error.ts";
import { failureKind, networkCode, networkFailureKind, retryAfterOf, vendorCode } from "./http-failure.ts";

export interface HttpVendor {
  /** As in `IntegrationError`. */
  port: string;
  vendor: string;
  /** The vendor as people write it, for messages: `OneSignal`. */
  name: string;
  /** Milliseconds for one call, the answer's body included. */
  timeout: number;
  /** Whether the vendor recognises a repeated call, so that an unknown outcome may simply be tried again. */
  idempotent: boolean;
  /** The vendor's own code in the parsed body of an error answer; never its free text. */
  codeOf?(body: unknown): unknown;
}

export interface HttpPost {
  url: string;
  headers?: Record<string, string>;
  /** Sent as it is. */
  body: string;
}

export interface HttpCaller {
  /**
   * Posts JSON and gives the body of a 2xx answer.
   * @throws IntegrationError for any other answer and for none; a redirect is final, secrets do not follow it.
   */
  post(request: HttpPost): Promise<string>;
  /** The same for vendors that answer JSON. */
  postForJson(request: HttpPost): Promise<unknown>;
  /** An error about an answer whose content means failure. `what` follows the vendor's name. */
  failure(what: string, kind: FailureKind, details?: { status?: number; code?: unknown }): IntegrationError;
}

/** For vendors that are called with fetch: what every such adapter does about time limits and failures. */
export function httpCaller(vendor: HttpVendor): HttpCaller {
  const { idempotent } = vendor;

  function failure(
    what: string,
    kind: FailureKind,
    { code, ...details }: { status?: number; code?: unknown; retryAfter?: number } = {},
  ): IntegrationError {
    const known = vendorCode(code);
    const message = `${vendor.name} ${what}${known ? ` (${known})` : ""}. ${advice[kind]}`;
    const { port, vendor: name } = vendor;
    return new IntegrationError(message, { port, vendor: name, kind, code: known, ...details });
  }

  async function post({ url, headers, body }: HttpPost): Promise<string> {
    const request = requestOf(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(vendor.timeout),
    });
    if (!request) throw failure("cannot be asked: its URL or a header is not valid", "final");
    let answer: Response | undefined;
    try {
      answer = await fetch(request);
      const text = await answer.text();
      if (answer.ok) return text;
      throw refused(answer, text);
    } catch (error) {
      if (error instanceof IntegrationError) throw error;
      // The status says what an answer means even where its body broke off.
      throw answer && !answer.ok ? refused(answer, "") : unanswered(error);
    }
  }

  function refused({ status, headers }: Response, text: string): IntegrationError {
    return failure(`answered ${status}`, failureKind(status, idempotent), {
      status,
      code: vendor.codeOf?.(parsed(text)),
      retryAfter: retryAfterOf(headers.get("retry-after")),
    });
  }

  function unanswered(error: unknown): IntegrationError {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    const what = timedOut ? `gave no answer within ${vendor.timeout} ms` : "gave no complete answer";
    const code = timedOut ? "ETIMEDOUT" : networkCode(error);
    return failure(what, networkFailureKind(error, idempotent), { code });
  }

  return {
    post,
    failure,
    async postForJson(request) {
      const value = parsed(await post(request));
      if (value !== undefined) return value;
      throw failure("gave an answer that is not JSON", idempotent ? "retryable" : "ambiguous");
    },
  };
}

const advice = {
  retryable: "Try again.",
  final: "Correct the request or the account; trying again is no use.",
  ambiguous: "It may have taken effect; look it up there before repeating it.",
};

/** A field of something that came from outside; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function requestOf(url: string, init: RequestInit): Request | undefined {
  try {
    return new Request(url, init);
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
