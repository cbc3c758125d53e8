import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface ForgetfulEngine {
  url: string;
  /** Events that were acknowledged and dropped. */
  dropped: string[];
  close(): Promise<void>;
}

interface SentEvent {
  id?: string;
  name: string;
}

/**
 * Stands before an engine and acknowledges every event; of those that `drops` names the engine never hears, as when it is
 * killed after its answer and before it has kept them.
 * @param target where the engine is; asked for with each request, since its port is chosen later
 */
export async function startForgetfulEngine(
  target: () => string,
  drops: (event: SentEvent) => boolean,
): Promise<ForgetfulEngine> {
  const dropped: string[] = [];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    const path = request.url ?? "/";
    if (request.method !== "POST" || !path.startsWith("/e/")) return pass(request, body, response);
    const sent: SentEvent[] = [JSON.parse(body)].flat();
    const kept = sent.filter((event) => !drops(event));
    dropped.push(...sent.filter((event) => !kept.includes(event)).map(({ id = "", name }) => id || name));
    if (kept.length > 0) {
      const taken = await forward(request, JSON.stringify(kept));
      if (!taken.ok) return relay(taken, response);
    }
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ ids: sent.map(({ id = "" }) => id), status: 200 }));
  }

  async function pass(request: IncomingMessage, body: string, response: ServerResponse): Promise<void> {
    await relay(await forward(request, body), response);
  }

  function forward({ url = "/", method = "GET", headers }: IncomingMessage, body: string): Promise<Response> {
    const { host: _, connection: __, "content-length": ___, "transfer-encoding": ____, ...kept } = headers;
    const plain = Object.entries(kept).map(([name, value]) => [name, String(value)] as [string, string]);
    const hasBody = method !== "GET" && method !== "HEAD";
    return fetch(`${target()}${url}`, { method, headers: plain, ...(hasBody ? { body } : {}) });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(502).end());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    dropped,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function relay(answer: Response, response: ServerResponse): Promise<void> {
  const {
    "content-encoding": _,
    "content-length": __,
    "transfer-encoding": ___,
    ...headers
  } = Object.fromEntries(answer.headers);
  response.writeHead(answer.status, headers);
  response.end(Buffer.from(await answer.arrayBuffer()));
}
