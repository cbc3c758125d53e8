import type { FailureKind, IntegrationError } from "../../error.ts";
import { type FailedCall, RefusedError, type VendorName, vendorFailures } from "../vendor-failure.ts";
import { retryAfterOf, vendorCode } from "./failure.ts";

export interface ErrorAnswers {
  /** The vendor's own code in the parsed body of an error answer; never its free text. */
  codeOf?(body: unknown): unknown;
  /** What a status means where it is not the usual; vendors whose status says too little say more in the body. */
  kindOf?(status: number, body: unknown): FailureKind | undefined;
}

export interface HttpVendor extends VendorName, FailedCall, ErrorAnswers {
  /** Milliseconds for one call, the answer's body included. */
  timeout: number;
}

interface HttpPost {
  url: string;
  headers?: Record<string, string>;
  /** JSON; sent as it is. */
  body: string;
}

interface HttpInit {
  method: string;
  headers?: Record<string, string> | undefined;
  body?: string;
}

export interface HttpCaller {
  /**
   * Posts JSON and gives the body of a 2xx answer.
   * @throws IntegrationError for any other answer and for none; a redirect is final, secrets do not follow it.
   */
  post(request: HttpPost): Promise<string>;
  /** The same for vendors that answer JSON. */
  postForJson(request: HttpPost): Promise<unknown>;
  /** Deletes what is at the address; that there is nothing, 404, is no failure. @throws IntegrationError as `post` does */
  remove(request: Omit<HttpPost, "body">): Promise<void>;
  /** An error about an answer whose content means failure. `what` follows the vendor's name. */
  failure(what: string, kind: FailureKind, details?: AnswerDetails): IntegrationError;
}

interface AnswerDetails {
  status?: number;
  code?: unknown;
  unanswered?: boolean;
  aboutRecipient?: boolean;
}

/** For vendors that are asked one thing with fetch: what every such adapter does about time limits and failures. */
export function httpCaller(vendor: HttpVendor): HttpCaller {
  const failures = vendorFailures(vendor);
  const call: FailedCall = { action: vendor.action, idempotent: vendor.idempotent };

  const failure: HttpCaller["failure"] = (what, kind, { code, ...details } = {}) =>
    failures.failed(call, what, { kind, ...details, code: vendorCode(code) });

  // A kept connection may be given up there while a call is on its way: whether it was taken nobody could tell.
  const connection: Record<string, string> = vendor.idempotent ? {} : { connection: "close" };

  async function ask(url: string, { headers, ...init }: HttpInit): Promise<Response> {
    const limits = { redirect: "manual" as const, signal: AbortSignal.timeout(vendor.timeout) };
    const request = requestOf(url, { ...init, ...limits, headers: { ...headers, ...connection } });
    if (!request) throw failure("has a URL or a header that is not valid", "final");
    return fetch(request);
  }

  async function post({ url, headers, body }: HttpPost): Promise<string> {
    const json = { "content-type": "application/json", ...headers };
    return failures.during(call, () => bodyOf(ask(url, { method: "POST", headers: json, body }), vendor));
  }

  return {
    post,
    failure,
    async remove({ url, headers }) {
      await failures.during(call, async () => {
        const answer = await ask(url, { method: "DELETE", headers });
        if (answer.status === 404) return void (await answer.body?.cancel());
        await bodyOf(Promise.resolve(answer), vendor);
      });
    },
    async postForJson(request) {
      const value = parsed(await post(request));
      if (value === undefined) throw failures.unusable(call, "gave an answer that is not JSON");
      return value;
    },
  };
}

/** The body of a 2xx answer. @throws RefusedError for another status. */
export async function bodyOf(
  answering: Promise<Response>,
  { codeOf, kindOf }: ErrorAnswers = {},
): Promise<string> {
  const answer = await answering;
  if (answer.ok) return answer.text();
  // The status says what an answer means even where its body broke off.
  const body = parsed(await answer.text().catch(() => ""));
  const kind = kindOf?.(answer.status, body);
  throw new RefusedError({
    status: answer.status,
    code: vendorCode(codeOf?.(body)),
    retryAfter: retryAfterOf(answer.headers.get("retry-after")),
    ...(kind ? { kind } : {}),
  });
}

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
