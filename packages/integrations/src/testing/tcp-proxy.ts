import { connect, createServer, type Socket } from "node:net";
import { closedUrl } from "../contracts/canned-server.ts";

/** What happens to the next thing that the server answers. */
export type TcpFault =
  /** The answer never arrives. */
  | "silence"
  /** The connection breaks in the middle of the answer. */
  | "cut"
  /** Something that is not the protocol arrives. */
  | { garbage: string }
  /** The request does not reach the server, which seems to answer each of its commands with this. */
  | { instead: string }
  /** The connection breaks; the request does not reach the server. */
  | "drop";

export interface TcpProxy {
  port: number;
  /** Applies to the next request on an open connection. */
  failNext(fault: TcpFault): void;
  stop(): Promise<void>;
}

/** In the protocol of Redis each command begins with its number of parts: `*3`. */
function commandsIn(request: Buffer): number {
  return request.toString("latin1").match(/^\*\d+\r$/gm)?.length ?? 1;
}

/** Stands between a client and a server on 127.0.0.1, and breaks what they say to each other when told to. */
export async function tcpProxy(target: number): Promise<TcpProxy> {
  const { port } = new URL(await closedUrl());
  const open = new Set<Socket>();
  let fault: TcpFault | undefined;
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let applied: TcpFault | undefined;
    client.on("data", (request) => {
      applied = fault;
      fault = undefined;
      if (applied === "drop") client.destroy();
      else if (typeof applied === "object" && "instead" in applied) {
        client.write(applied.instead.repeat(commandsIn(request)));
      } else upstream.write(request);
    });
    upstream.on("data", (answer) => {
      if (applied === "silence") return;
      if (applied === "cut") client.write(answer.subarray(0, answer.length / 2), () => client.destroy());
      else client.write(typeof applied === "object" && "garbage" in applied ? applied.garbage : answer);
    });
  });
  await new Promise<void>((listening) => server.listen(Number(port), "127.0.0.1", listening));
  return {
    port: Number(port),
    failNext(next) {
      fault = next;
    },
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of open) socket.destroy();
      }),
  };
}
