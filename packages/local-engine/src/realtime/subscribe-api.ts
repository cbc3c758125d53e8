import { Hono } from "hono";
import { type WebSocket, WebSocketServer } from "ws";
import { refuse } from "../server/responses.ts";
import { acceptWebSocket } from "../server/websockets.ts";
import type { RealtimeHub, TopicGrant } from "./hub.ts";
import { realtimeLimits } from "./limits.ts";
import type { SubscriptionTokens } from "./tokens.ts";

export interface SubscribeApiOptions {
  hub: RealtimeHub;
  tokens: SubscriptionTokens;
  /** Bytes that may wait for a subscriber that reads slowly; it is closed with 1013 above that. */
  mostWaitingBytes?: number | undefined;
  /** Milliseconds between looks whether subscribers are still there. */
  pingInterval?: number | undefined;
}

/** Subscribers have nothing to say. */
const mostReceivedBytes = 1024;
const tooSlow = 1013;

/** `GET /v1/realtime/connect?token`, a WebSocket that sends the messages of the token's topics as they are published. */
export function createSubscribeApi(options: SubscribeApiOptions): { api: Hono; close(): void } {
  const { tokens, pingInterval = 30_000 } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostReceivedBytes });
  const silent = new WeakSet<WebSocket>();
  const api = new Hono();

  api.get("/v1/realtime/connect", async (context) => {
    const found = await tokens.read(context.req.query("token"));
    if (!found.ok) return refuse(context, found.status, found.error);
    return acceptWebSocket(context, sockets, (socket) => {
      socket.on("pong", () => silent.delete(socket));
      serveSubscriber(socket, found.topics, options);
    });
  });

  /** Ends those that did not answer the last ping, so that a vanished subscriber holds nothing. */
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (silent.has(socket)) socket.terminate();
      silent.add(socket);
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, pingInterval);
  pings.unref();

  return {
    api,
    close() {
      clearInterval(pings);
      for (const socket of sockets.clients) {
        socket.close(1001, "the engine stops.");
        socket.terminate();
      }
    },
  };
}

function serveSubscriber(
  socket: WebSocket,
  topics: TopicGrant[],
  { hub, mostWaitingBytes = realtimeLimits.waitingBytes }: SubscribeApiOptions,
): void {
  const unsubscribe = hub.subscribe(topics, (json) => {
    if (socket.bufferedAmount <= mostWaitingBytes) return socket.send(json);
    unsubscribe();
    socket.close(tooSlow, "too slow: messages were left out. Subscribe again.");
  });
  socket.on("close", unsubscribe);
  socket.on("error", unsubscribe);
}
