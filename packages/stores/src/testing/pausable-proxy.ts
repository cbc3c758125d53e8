import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface PausableProxy {
  /** The given address with the proxy's port in place of the server's. */
  url: string;
  /** Nothing goes through, in either direction, and no connection breaks: a network that loses everything. */
  pause(): void;
  resume(): void;
  /** Breaks every connection. */
  cut(): void;
  stop(): Promise<void>;
}

/** Stands between a client and the server of a URL on 127.0.0.1. */
export async function pausableProxy(serverUrl: string): Promise<PausableProxy> {
  const url = new URL(serverUrl);
  const target = Number(url.port);
  const open = new Set<Socket>();
  let paused = false;
  const server = createServer((client) => {
    const upstream = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        open.delete(from);
        to.destroy();
      });
      from.on("data", (data) => void to.write(data));
      if (paused) from.pause();
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port.");
  url.port = String(address.port);
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: url.href,
    pause() {
      paused = true;
      for (const socket of open) socket.pause();
    },
    resume() {
      paused = false;
      for (const socket of open) socket.resume();
    },
    cut,
    async stop() {
      server.close();
      cut();
    },
  };
}
