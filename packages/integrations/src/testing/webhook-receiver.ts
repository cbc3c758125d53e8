import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface WebhookReceiver {
  url: string;
  stop(): Promise<void>;
}

/** Our side of a vendor's webhooks: 200 when `take` returns, 401 when it throws. */
export async function webhookReceiver(
  take: (request: { url: string; body: string; headers: Headers }) => void,
): Promise<WebhookReceiver> {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    try {
      take({ url: `http://${request.headers.host}${request.url}`, body, headers });
      response.writeHead(200).end();
    } catch {
      response.writeHead(401).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${addressOf(server.address()).port}/webhooks`,
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
