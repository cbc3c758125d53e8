import http from "node:http";
import https from "node:https";

/** Kept per protocol, for as long as the engine keeps them. */
const agents = {
  "http:": new http.Agent({ keepAlive: true }),
  "https:": new https.Agent({ keepAlive: true }),
};

/**
 * `fetch` for the SDK, which calls the engine some twenty times an order: Node's own costs twice the processor time of its
 * HTTP client, for streams that nobody here reads as streams. It follows no redirect; what is no text is left to Node's own.
 */
export const engineFetch: typeof fetch = (target, init = {}) => {
  const { body, method = "GET", signal } = init;
  if (target instanceof Request || (body !== undefined && body !== null && typeof body !== "string"))
    return fetch(target, init);
  const url = new URL(target);
  const { request } = url.protocol === "https:" ? https : http;
  const agent = agents[url.protocol === "https:" ? "https:" : "http:"];
  const headers = Object.fromEntries(new Headers(init.headers));
  // Said before, so that the engine knows the length without reading.
  if (body) headers["content-length"] = String(Buffer.byteLength(body));
  return new Promise((resolve, reject) => {
    // The words by which the SDK knows that nobody was there.
    const fail = (cause: Error) =>
      reject(signal?.aborted ? signal.reason : new TypeError("fetch failed", { cause }));
    const options = { method, headers, agent, ...(signal ? { signal } : {}) };
    request(url, options, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", fail);
      incoming.on("end", () => resolve(responseOf(incoming, Buffer.concat(chunks))));
    })
      .on("error", fail)
      .end(body ?? undefined);
  });
};

/** Statuses with which a response may have no body. */
const bodiless = new Set([101, 204, 205, 304]);

function responseOf({ statusCode = 0, rawHeaders }: http.IncomingMessage, body: Buffer): Response {
  const headers = new Headers();
  for (let place = 0; place < rawHeaders.length; place += 2)
    headers.append(rawHeaders[place] ?? "", rawHeaders[place + 1] ?? "");
  return new Response(bodiless.has(statusCode) ? null : new Uint8Array(body), {
    status: statusCode,
    headers,
  });
}
