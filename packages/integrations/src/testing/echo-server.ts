import type { IncomingMessage, ServerResponse } from "node:http";
import { type LocalServer, localServer } from "../contracts/local-server.ts";

/** What the server does with a request; all of them quote it as far as they answer. */
export type Misbehaviour =
  | { status: number }
  /** A success whose content is the request. */
  | { accept: true }
  /** JSON that ends too early. */
  | { truncate: true }
  | { cut: true }
  | { drop: true }
  | { silent: true };

export interface EchoServer extends LocalServer {
  /** How many requests it got. */
  requests(): number;
}

/** A vendor at its most indiscreet: it quotes everything it was sent in everything it answers. */
export async function echoServer(misbehaviour: Misbehaviour): Promise<EchoServer> {
  let requests = 0;
  const server = await localServer(async (request, response) => {
    requests += 1;
    let body = "";
    for await (const chunk of request) body += chunk;
    answer(misbehaviour, quote(request, body), response);
  });
  return { ...server, requests: () => requests };
}

/** In every field that some vendor uses for what went wrong. */
function quote({ method, url, headers }: IncomingMessage, body: string): string {
  const all = JSON.stringify({
    method,
    url,
    headers,
    body,
    text: body ? decodeURIComponent(escaped(body)) : "",
  });
  const detail = { code: all, title: all, message: all, description: all, field: all };
  return JSON.stringify({
    type: all,
    name: all,
    code: all,
    message: all,
    more_info: all,
    error: detail,
    errors: [detail],
    statusText: all,
    detail: all,
  });
}

/** A lone percent sign is no encoding. */
function escaped(body: string): string {
  return body.replace(/%(?![\da-f]{2})/gi, "%25");
}

function answer(misbehaviour: Misbehaviour, quoted: string, response: ServerResponse): void {
  const json = { "content-type": "application/json" };
  if ("status" in misbehaviour) {
    const { status } = misbehaviour;
    response.writeHead(status, { ...json, location: `/?${encodeURIComponent(quoted).slice(0, 4000)}` });
    response.end(quoted);
  } else if ("accept" in misbehaviour) response.writeHead(200, json).end(quoted);
  else if ("truncate" in misbehaviour) response.writeHead(200, json).end(quoted.slice(0, -10));
  else if ("cut" in misbehaviour) {
    response.writeHead(200, { ...json, "content-length": quoted.length + 1 });
    response.write(quoted.slice(0, -10), () => response.destroy());
  } else if ("drop" in misbehaviour) response.destroy();
}
