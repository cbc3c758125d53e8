import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { brandErrors, hasBrand } from "../core/brand.ts";
import type { Reach } from "../core/reports.ts";
import type { RawAnswer } from "../protocol/answer.ts";
import type { CallRequest } from "../protocol/call-request.ts";

/** Makes a call and brings back the answer. Rejects with a `TransportError` when there is none. */
export type Transport = (request: CallRequest & { method?: "GET" | "POST" | "PUT" }) => Promise<RawAnswer>;

/**
 * No answer came. `reach` tells whether the app can have begun the work: the connection was lost on the way, never came
 * about, or no worker is there that could be asked, so that the call is held back.
 */
export class TransportError extends Error {
  static {
    brandErrors(TransportError.prototype, "TransportError");
  }
  static isInstance(value: unknown): value is TransportError {
    return hasBrand(value, "TransportError");
  }
  override readonly name = "TransportError";
  readonly reach: Reach;
  constructor(message: string, reach: Reach, cause?: unknown) {
    super(message, { cause });
    this.reach = reach;
  }
}

const neverReachedCodes = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
const maxAnswerBytes = 64 * 1024 * 1024;

/**
 * Calls apps over HTTP with kept-alive connections.
 * @param timeout milliseconds without an answer after which a call counts as lost.
 */
export function createHttpTransport({
  timeout = 2 * 3_600_000,
}: {
  timeout?: number;
} = {}): Transport & { close(): void } {
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 1_000 }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: 1_000 }),
  };

  const call: Transport = ({ url, headers, body, method = "POST" }) =>
    new Promise((resolve, reject) => {
      const secure = url.startsWith("https:");
      const send = secure ? httpsRequest : httpRequest;
      const length = method === "GET" ? {} : { "content-length": String(Buffer.byteLength(body)) };
      const options = {
        method,
        headers: { ...headers, ...length },
        agent: secure ? agents.https : agents.http,
        timeout,
      };
      const outgoing = send(url, options, (incoming) => readBody(incoming, url).then(resolve, reject));
      outgoing.on("timeout", () => {
        outgoing.destroy(new TransportError(`${url} has not answered for ${timeout / 1_000} s.`, "lost"));
      });
      outgoing.on("error", (error) => reject(toTransportError(error, url)));
      outgoing.end(method === "GET" ? undefined : body);
    });

  return Object.assign(call, {
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  });
}

function readBody(incoming: IncomingMessage, url: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > maxAnswerBytes) incoming.destroy(new Error(`the answer is over ${maxAnswerBytes} bytes`));
    });
    incoming.on("error", (error) => reject(toTransportError(error, url)));
    incoming.on("end", () => {
      resolve({
        status: incoming.statusCode ?? 0,
        header: (name) => {
          const value = incoming.headers[name];
          return Array.isArray(value) ? value.join(", ") : value;
        },
        body: Buffer.concat(chunks).toString("utf8"),
      });
    });
  });
}

function toTransportError(error: Error, url: string): TransportError {
  if (TransportError.isInstance(error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (neverReachedCodes.has(code)) {
    return new TransportError(`${url} cannot be reached (${code}). Is the app running?`, "never", error);
  }
  return new TransportError(
    `the connection to ${url} was lost before it answered (${code || error.message}).`,
    "lost",
    error,
  );
}
