import { type IncomingHttpHeaders, request as send } from "node:http";
import { type LocalServer, localServer } from "../../contracts/local-server.ts";
import type { Exchange } from "./exchange.ts";

/** Its address is to be used in place of the vendor's. */
export interface Wiretap extends LocalServer {
  /** Complete exchanges, in the order in which they ended. */
  exchanges: readonly Exchange[];
}

/**
 * Sits between a client and an emulator, passes everything on as it is, broken connections included, and keeps what it
 * saw. It sees bytes, so it does not matter whether the client uses fetch, axios or something else.
 */
export async function tapWire(vendorUrl: string): Promise<Wiretap> {
  const exchanges: Exchange[] = [];
  const server = await localServer((request, response) => {
    let requestBody = "";
    const { method = "GET", url: path = "/" } = request;
    const headers = { ...request.headers, host: new URL(vendorUrl).host };
    const onward = send(`${vendorUrl}${path}`, { method, headers });
    request.setEncoding("utf8").on("data", (chunk) => {
      requestBody += chunk;
    });
    request.pipe(onward);
    onward.on("error", () => response.destroy());
    response.on("close", () => onward.destroy());
    onward.on("response", (answer) => {
      let responseBody = "";
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.setEncoding("utf8").on("data", (chunk) => {
        responseBody += chunk;
        response.write(chunk);
      });
      answer.on("error", () => response.destroy());
      answer.on("end", () => {
        response.end();
        // What a fault has broken is no longer the emulator's answer.
        if (answer.headers["x-injected-fault"] !== undefined) return;
        exchanges.push({
          method,
          path,
          requestHeaders: flat(request.headers),
          requestBody,
          status: answer.statusCode ?? 0,
          responseType: answer.headers["content-type"] ?? "",
          responseBody,
        });
      });
    });
  });
  return { ...server, exchanges };
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
