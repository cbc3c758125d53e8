import type { IncomingMessage, ServerResponse } from "node:http";
import { requestLanguage } from "../language/request-language.ts";
import { productAt } from "./product-at.ts";
import { refusalHtml, refusalJson } from "./refusal-page.ts";
import { tooBusy } from "./refusals.ts";

/** Of the answer that is replaced: they describe its body. */
const aboutBody = ["content-encoding", "content-length", "transfer-encoding", "etag", "last-modified"];

/**
 * Turns a 500 into the answer of a busy site, as its headers are about to be sent: what failed was the database, which may
 * be asked again. Everything else passes as it is.
 */
export function answerUnavailable(
  request: IncomingMessage,
  response: ServerResponse,
  isUnavailable: () => boolean,
): void {
  const { writeHead, write, end } = response;
  let isReplaced = false;
  const isFailed = (status: unknown) => status === 500 && !response.headersSent && isUnavailable();
  const replace = () => {
    isReplaced = true;
    const { type, body } = bodyFor(request, response);
    for (const name of aboutBody) response.removeHeader(name);
    const headers = { "content-type": type, "cache-control": "no-store", ...tooBusy.headers };
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    Reflect.apply(writeHead, response, [tooBusy.status]);
    Reflect.apply(end, response, [body]);
    return response;
  };
  Object.assign(response, {
    writeHead(...parameters: unknown[]) {
      if (isReplaced) return response;
      if (isFailed(parameters[0])) return replace();
      return Reflect.apply(writeHead, response, parameters);
    },
    // Without a call of `writeHead` before, these send the headers as well.
    write(...parameters: unknown[]) {
      if (isFailed(response.statusCode)) replace();
      return isReplaced || Reflect.apply(write, response, parameters);
    },
    end(...parameters: unknown[]) {
      if (isFailed(response.statusCode)) replace();
      return isReplaced ? response : Reflect.apply(end, response, parameters);
    },
  });
}

function bodyFor({ headers, url = "/" }: IncomingMessage, response: ServerResponse) {
  // Next makes an error with this text of it, see `app/error.tsx`.
  if (headers["next-action"]) return { type: "text/plain", body: `${tooBusy.title}. ${tooBusy.message}` };
  if (wantsJson(headers.accept)) return { type: "application/json", body: refusalJson(tooBusy) };
  const policy = String(response.getHeader("content-security-policy") ?? "");
  const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
  const [pathname = "/"] = url.split("?");
  const language = requestLanguage({
    pathname,
    cookie: headers.cookie,
    accepted: headers["accept-language"],
  });
  const body = refusalHtml(tooBusy, { product: productAt(pathname), nonce, language });
  return { type: "text/html; charset=utf-8", body };
}

export function wantsJson(accept: string | null | undefined): boolean {
  return /\bapplication\/json\b/.test(accept ?? "") && !/\btext\/html\b/.test(accept ?? "");
}
