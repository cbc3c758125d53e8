import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface CannedAnswer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

interface ReceivedRequest {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export interface CannedServer {
  url: string;
  requests: ReceivedRequest[];
  stop(): Promise<void>;
}

/** A vendor that gives the same answer to everything: for answers that an emulator has no reason to give. */
export async function cannedServer(answer: CannedAnswer): Promise<CannedServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    requests.push({ method: request.method ?? "", path: request.url ?? "", headers: request.headers, body });
    response
      .writeHead(answer.status, { "content-type": "application/json", ...answer.headers })
      .end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${addressOf(server.address()).port}`,
    requests,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** A server that listens on TCP has an address of this form. */
function addressOf(address: unknown): AddressInfo {
  return address as AddressInfo;
}

/** A base URL on which nothing listens. */
export async function closedUrl(): Promise<string> {
  const server = await cannedServer({ status: 200, body: "" });
  await server.stop();
  return server.url;
}
