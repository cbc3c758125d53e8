import { type IncomingMessage, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { Context, Hono } from "hono";
import type { WebSocket, WebSocketServer } from "ws";
import { refuse } from "./responses.ts";

type Accept = (sockets: WebSocketServer, onSocket: (socket: WebSocket) => void) => void;

/**
 * Turns the request that a route answers into a WebSocket of its own server. A plain request is refused with 426.
 * Everything in front of the route, such as the check of the host, holds for upgrades as well.
 */
export function acceptWebSocket(
  context: Context,
  sockets: WebSocketServer,
  onSocket: (socket: WebSocket) => void,
): Response {
  const accept = acceptOf(context);
  if (!accept) return refuse(context, 426, `${context.req.path} takes WebSockets only: connect with ws://.`);
  accept(sockets, onSocket);
  return new Response(null, { status: 204 });
}

/** Answers an HTTP server's upgrade requests by the routes of an app. What a route refuses is told with its body. */
export function serveUpgrades(server: UpgradingServer, app: Hono): void {
  server.on("upgrade", (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    answerUpgrade(app, incoming, socket, head).catch(() => socket.destroy());
  });
}

/** Any of Node's servers, as far as upgrades go. */
interface UpgradingServer {
  on(event: "upgrade", listener: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown;
}

async function answerUpgrade(
  app: Hono,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<void> {
  let open: (() => void) | undefined;
  const accept: Accept = (sockets, onSocket) => {
    open = () => sockets.handleUpgrade(incoming, socket, head, onSocket);
  };
  const isWebSocket = incoming.headers.upgrade?.toLowerCase() === "websocket";
  const response = await app.fetch(toRequest(incoming), isWebSocket ? { accept } : {});
  if (open) open();
  else await writeResponse(socket, response);
}

function toRequest({ headers, url = "/" }: IncomingMessage): Request {
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join(", ") : value]],
  );
  return new Request(new URL(url, `http://${headers.host ?? "localhost"}`), { headers: entries });
}

async function writeResponse(socket: Duplex, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const headers = [...response.headers].filter(([name]) => name !== "content-length");
  const lines = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `content-length: ${body.length}`,
    "connection: close",
  ];
  socket.end(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), body]));
}

/** Guarantee: `accept` among the bindings of a request was put there by `answerUpgrade`. */
function acceptOf(context: Context): Accept | undefined {
  return (context.env as { accept?: Accept } | undefined)?.accept;
}
