import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that went through, and what became of it. */
export interface PassedCall {
  /** Which worker had it: its place in the list. */
  worker: number;
  path: string;
  body: string;
  /** Counted up with each beginning and each end, so that two calls overlapped when their intervals do. */
  began: number;
  /** Absent while it is under way. */
  ended?: number;
  /** Absent where the worker was lost before it answered. */
  status?: number;
}

export interface Balancer {
  port: number;
  url: string;
  /** Addresses of the workers; whoever is in the list takes turns. */
  setWorkers(urls: readonly string[]): void;
  /** Everything that went through, in the order of its beginning. */
  calls: readonly PassedCall[];
  stop(): Promise<void>;
}

/**
 * What stands before several workers: each request goes to the next one, past those that take no connection, and one
 * whose worker is lost meanwhile is answered with 502, since nobody knows how far it came.
 */
export async function startBalancer(): Promise<Balancer> {
  let workers: readonly string[] = [];
  let turn = 0;
  let moment = 0;
  const calls: PassedCall[] = [];

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    let body = "";
    for await (const part of incoming.setEncoding("utf8")) body += part;
    const first = turn++;
    for (let tries = 0; tries < workers.length; tries += 1) {
      const worker = (first + tries) % workers.length;
      const call: PassedCall = { worker, path: incoming.url ?? "/", body, began: moment++ };
      calls.push(call);
      const sent = await forward(`${workers[worker]}${call.path}`, incoming, body);
      call.ended = moment++;
      if (sent === "no connection") {
        calls.splice(calls.indexOf(call), 1);
        continue;
      }
      if (sent !== "lost") call.status = sent.status;
      answer(outgoing, sent);
      return;
    }
    answer(outgoing, "lost");
  }

  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    calls,
    setWorkers(urls) {
      workers = urls;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

type Sent = Answer | "no connection" | "lost";

function answer(outgoing: ServerResponse, sent: Answer | "lost"): void {
  if (sent === "lost") outgoing.writeHead(502).end();
  else outgoing.writeHead(sent.status, sent.headers).end(sent.body);
}

/** Never on a connection that is kept: one to a worker that was killed says nothing about the next. */
function forward(url: string, { method, headers }: IncomingMessage, body: string): Promise<Sent> {
  return new Promise((resolve) => {
    const going = request(url, { method, headers, agent: false });
    going.on("error", (error) =>
      resolve("code" in error && error.code === "ECONNREFUSED" ? "no connection" : "lost"),
    );
    going.on("response", (incoming) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part) => parts.push(part));
      incoming.on("error", () => resolve("lost"));
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 502,
          headers: incoming.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    going.end(body);
  });
}
