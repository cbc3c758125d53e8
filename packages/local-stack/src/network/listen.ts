import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";

/** An HTTP server on 127.0.0.1. */
export interface Listener {
  url: string;
  port: number;
  close(): Promise<void>;
}

export type Answer = (request: Request, connection: HttpBindings) => Response | Promise<Response>;

/** Listens on 127.0.0.1; port 0 takes any free one. @throws Error EADDRINUSE when the port is taken. */
export async function listen(port: number, answer: Answer): Promise<Listener> {
  const server = createServer(getRequestListener(toFetch(answer), { overrideGlobalObjects: false }));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const bound = portOf(server);
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The server speaks HTTP/1, so the bindings are those of node:http. */
function toFetch(answer: Answer) {
  return (request: Request, bindings: unknown) => answer(request, bindings as HttpBindings);
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return address.port;
}
