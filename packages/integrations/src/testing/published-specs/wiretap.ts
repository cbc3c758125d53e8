import { createServer, type IncomingHttpHeaders, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import type { Exchange } from "./exchange.ts";

export interface Wiretap {
  /** To use in place of the vendor's. */
  url: string;
  /** Complete exchanges, in the order in which they ended. */
  exchanges: readonly Exchange[];
  stop(): Promise<void>;
}

/**
 * Sits between a client and an emulator, passes everything on as it is, broken connections included, and keeps what it
 * saw. It sees bytes, so it does not matter whether the client uses fetch, axios or something else.
 */
export async function tapWire(vendorUrl: string): Promise<Wiretap> {
  const exchanges: Exchange[] = [];
  const server = createServer((request, response) => {
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
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${addressOf(server.address()).port}`,
    exchanges,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

/** A server that listens on TCP has an address of this form. */
function addressOf(address: unknown): AddressInfo {
  return address as AddressInfo;
}
