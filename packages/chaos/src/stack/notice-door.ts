import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** Stands where the payment vendor sends its notices, and hands them on until they are taken, as the vendor does for a day. */
export interface NoticeDoor {
  url: string;
  /** Whether each notice is handed on twice at one moment. */
  double(twice: boolean): void;
  /** How many are not taken yet. */
  waiting(): number;
  close(): Promise<void>;
}

const pause = 1_000;
const patience = 5_000;

export async function openNoticeDoor(target: string): Promise<NoticeDoor> {
  let twice = false;
  let waiting = 0;
  let closed = false;

  async function handOn(body: Buffer, headers: Record<string, string>): Promise<void> {
    waiting += 1;
    const copies = twice ? 2 : 1;
    while (!closed) {
      const taken = await Promise.all(Array.from({ length: copies }, () => post(target, body, headers)));
      if (taken.every(Boolean)) break;
      await sleep(pause);
    }
    waiting -= 1;
  }

  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    void handOn(Buffer.concat(pieces), vendorHeaders(request));
    response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    double(on) {
      twice = on;
    },
    waiting: () => waiting,
    close: () =>
      new Promise((done) => {
        closed = true;
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function post(target: string, body: Buffer, headers: Record<string, string>): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patience);
    const answer = await fetch(target, { method: "POST", body: new Uint8Array(body), headers, signal });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** What the vendor says of the notice, its signature among it. */
function vendorHeaders({ headers }: IncomingMessage): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => name === "content-type" || name.startsWith("x-razorpay"),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
