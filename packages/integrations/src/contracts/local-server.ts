import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface LocalServer {
  url: string;
  /** Whatever is still connected is cut off. */
  stop(): Promise<void>;
}

/** A server of a test's, on a free port of this machine. */
export async function localServer(answer: RequestListener): Promise<LocalServer> {
  const server = createServer(answer);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${addressOf(server.address()).port}`,
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
