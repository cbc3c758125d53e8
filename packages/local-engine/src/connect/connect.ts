import { Hono } from "hono";
import { WebSocketServer } from "ws";
import type { Transport } from "../engine/transport.ts";
import { limitTo } from "../server/limit-to.ts";
import { refuse } from "../server/responses.ts";
import { acceptWebSocket } from "../server/websockets.ts";
import { toRawAnswer } from "./answers.ts";
import { createCarrier } from "./carrier.ts";
import { serveWorker } from "./connection.ts";
import type { ConnectTimes, ConversationOptions } from "./conversation.ts";
import { flushResponse, sdkResponse, startResponse } from "./messages.ts";
import { createOpenRequests, type RequestTimes } from "./requests.ts";
import { createSessions } from "./sessions.ts";
import { createWorkers, type WorkerSeat } from "./workers.ts";

export interface ConnectOptions extends Pick<ConversationOptions, "register" | "stored" | "log"> {
  /** Carries the calls of apps that are not connected this way. */
  http: Transport;
  times?: Partial<ConnectTimes & RequestTimes> | undefined;
}

export interface ConnectedWorker
  extends Pick<WorkerSeat, "connectionId" | "instanceId" | "appNames" | "isReady"> {
  /** Requests that it has. */
  requests: number;
}

/** Workers that connect to the engine by themselves (`inngest/connect`), instead of being called over HTTP. */
export interface Connect {
  api: Hono;
  /** Carries every call, by a connected worker or over HTTP. */
  transport: Transport;
  workers(): ConnectedWorker[];
  /** Asks the connected workers to open new connections, over which they finish what they have. */
  drain(): void;
  close(): void;
}

const defaultTimes = { heartbeat: 10_000, extendLease: 5_000, lease: 15_000, acknowledge: 5_000 };
const largestMessage = 64 * 1024 * 1024;
const gatewayPath = "/v0/connect/gateway";

export function createConnect({ http, times, ...engine }: ConnectOptions): Connect {
  const allTimes = { ...defaultTimes, ...times };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  const requests = createOpenRequests(allTimes);
  const workers = createWorkers(requests.countOf);
  const sessions = createSessions();
  const connection = { ...engine, workers, requests, sessions, times: allTimes };
  let isClosed = false;

  const api = new Hono();
  api.post("/v0/connect/start", (context) => {
    // The SDK tries again after a second, instead of waiting longer each time, when it reads these words.
    if (isClosed) return refuse(context, 503, "connect_gateway_closing: the engine stops.");
    const { host, protocol } = new URL(context.req.url);
    const scheme = protocol === "https:" ? "wss" : "ws";
    return protobuf(
      startResponse.encode({
        ...sessions.begin(),
        gatewayEndpoint: `${scheme}://${host}${gatewayPath}`,
        gatewayGroup: "local-engine",
      }),
    );
  });
  const tooLarge = limitTo(largestMessage, (context) =>
    refuse(context, 413, `the reply is over the limit of ${largestMessage} bytes.`),
  );
  api.post("/v0/connect/flush", tooLarge, async (context) => {
    const response = readResponse(new Uint8Array(await context.req.arrayBuffer()));
    if (!response) return refuse(context, 400, "the body is not a worker's reply.");
    requests.reply(response.requestId, toRawAnswer(response));
    await engine.stored();
    return protobuf(flushResponse.encode({ requestId: response.requestId }));
  });
  api.get(gatewayPath, (context) =>
    acceptWebSocket(context, sockets, (socket) => serveWorker(socket, connection)),
  );

  function drain() {
    for (const seat of workers.all()) {
      seat.isReady = false;
      seat.askToReconnect();
    }
    workers.changed();
  }

  return {
    api,
    transport: createCarrier(workers, requests, http),
    workers: () =>
      workers.all().map(({ connectionId, instanceId, appNames, isReady }) => ({
        connectionId,
        instanceId,
        appNames,
        isReady,
        requests: requests.countOf(connectionId),
      })),
    drain,
    close() {
      isClosed = true;
      drain();
      requests.close();
      for (const socket of sockets.clients) {
        socket.close(1001, "the engine stops.");
        socket.terminate();
      }
    },
  };
}

function protobuf(body: Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { headers: { "content-type": "application/protobuf" } });
}

function readResponse(body: Uint8Array): ReturnType<typeof sdkResponse.decode> | undefined {
  try {
    return sdkResponse.decode(body);
  } catch {
    return undefined;
  }
}
