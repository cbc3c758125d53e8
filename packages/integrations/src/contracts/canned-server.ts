import type { IncomingMessage } from "node:http";
import { type LocalServer, localServer } from "./local-server.ts";

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

export interface CannedServer extends LocalServer {
  requests: ReceivedRequest[];
}

/** A vendor that gives the same answer to everything: for answers that an emulator has no reason to give. */
export async function cannedServer(answer: CannedAnswer): Promise<CannedServer> {
  const requests: ReceivedRequest[] = [];
  const server = await localServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    requests.push({ method: request.method ?? "", path: request.url ?? "", headers: request.headers, body });
    response
      .writeHead(answer.status, { "content-type": "application/json", ...answer.headers })
      .end(answer.body);
  });
  return { ...server, requests };
}

/** A base URL on which nothing listens. */
export async function closedUrl(): Promise<string> {
  const server = await cannedServer({ status: 200, body: "" });
  await server.stop();
  return server.url;
}
