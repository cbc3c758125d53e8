import type { WebSocket } from "ws";
import { toRawAnswer } from "./answers.ts";
import {
  connectionReady,
  connectMessage,
  extendLease,
  extendLeaseAck,
  kinds,
  replyAck,
  requestAck,
  sdkResponse,
  workerConnectRequest,
} from "./messages.ts";
import type { OpenRequests } from "./requests.ts";
import type { Sessions } from "./sessions.ts";
import { toRegistrations, type WorkerHello } from "./sync-workers.ts";
import type { WorkerSeat, Workers } from "./workers.ts";

export interface ConnectTimes {
  /** Milliseconds between a worker's signs of life; three that are missing end its connection. */
  heartbeat: number;
  /** Milliseconds between extensions of a lease. */
  extendLease: number;
}

export interface ConnectionOptions {
  workers: Workers;
  requests: OpenRequests;
  sessions: Sessions;
  times: ConnectTimes;
  /** Registers an app. Rejects with what is wrong. */
  register: (registration: unknown) => Promise<void>;
  /** Resolves once the engine has stored what it was told. */
  stored: () => Promise<void>;
  log: (level: "info" | "warn", message: string, details: Record<string, unknown>) => void;
}

const missedHeartbeats = 3;
const badHello = 4000;
const unreadable = 1002;
/** Of a closing frame's reason, in bytes. */
const longestReason = 120;

/** Serves one worker's connection from its hello to its end. */
export function serveWorker(socket: WebSocket, options: ConnectionOptions): void {
  const { workers, requests, times, log } = options;
  let seat: WorkerSeat | undefined;
  let registrations: unknown[] = [];
  const quietTime = times.heartbeat * missedHeartbeats;
  const watchdog = setTimeout(() => socket.terminate(), quietTime);

  const send = (kind: number, payload?: Uint8Array) =>
    socket.send(connectMessage.encode({ kind, ...(payload ? { payload } : {}) }));

  async function connect(hello: WorkerHello) {
    const { connectionId, authData, apps, maxWorkerConcurrency } = hello;
    if (!options.sessions.take({ connectionId, sessionToken: authData?.sessionToken ?? "" }))
      throw new Error("the session is not known. Start again with POST /v0/connect/start.");
    registrations = toRegistrations(hello);
    for (const registration of registrations) await options.register(registration);
    if (socket.readyState !== socket.OPEN) return;
    seat = {
      connectionId,
      instanceId: hello.instanceId,
      appNames: apps.map(({ appName }) => appName),
      isReady: false,
      capacity: maxWorkerConcurrency || Number.POSITIVE_INFINITY,
      send: (message) => socket.send(message),
      close: () => send(kinds.gatewayClosing),
    };
    workers.add(seat);
    log("info", "worker connected", { instance: seat.instanceId, apps: seat.appNames });
    const intervals = {
      heartbeatInterval: `${times.heartbeat}ms`,
      extendLeaseInterval: `${times.extendLease}ms`,
    };
    send(kinds.gatewayConnectionReady, connectionReady.encode(intervals));
    if (!hello.workerManualReadinessAck) await becomeReady(seat);
  }

  /** Registering again wakes the calls that wait for a worker; the first time there was none to take them. */
  async function becomeReady(ready: WorkerSeat) {
    ready.isReady = true;
    workers.changed();
    for (const registration of registrations) await options.register(registration);
  }

  function pause(paused: WorkerSeat) {
    paused.isReady = false;
    requests.releaseUntaken(paused.connectionId);
    workers.changed();
  }

  /**
   * A reply is acknowledged when what it brought is stored; until then the worker keeps it, to send it again when it
   * connects anew. So is one that nobody waits for: its twin may be what is not stored yet.
   */
  async function takeReply(payload: Uint8Array) {
    const response = sdkResponse.decode(payload);
    requests.reply(response.requestId, toRawAnswer(response));
    const isStored = await options.stored().then(
      () => true,
      () => false,
    );
    if (!isStored || socket.readyState !== socket.OPEN) return;
    send(kinds.workerReplyAck, replyAck.encode({ requestId: response.requestId }));
  }

  function renewLease(payload: Uint8Array, { connectionId }: WorkerSeat) {
    const { requestId, leaseId } = extendLease.decode(payload);
    const newLeaseId = requests.extend(requestId, leaseId, connectionId);
    send(
      kinds.workerRequestExtendLeaseAck,
      extendLeaseAck.encode({ requestId, newLeaseId: newLeaseId ?? "" }),
    );
  }

  async function handle({ kind, payload }: ReturnType<typeof connectMessage.decode>) {
    if (!seat) {
      if (kind !== kinds.workerConnect) throw new Error("the worker has to introduce itself first.");
      return connect(workerConnectRequest.decode(payload));
    }
    if (kind === kinds.workerReady) return becomeReady(seat);
    if (kind === kinds.workerPause) return pause(seat);
    if (kind === kinds.workerHeartbeat) return send(kinds.gatewayHeartbeat);
    if (kind === kinds.workerRequestAck) return requests.acknowledge(requestAck.decode(payload).requestId);
    if (kind === kinds.workerRequestExtendLease) return renewLease(payload, seat);
    if (kind === kinds.workerReply) return takeReply(payload);
    return undefined;
  }

  function refuse(code: number, error: unknown) {
    const reason = error instanceof Error ? error.message : String(error);
    log("warn", "worker refused", { reason });
    socket.close(
      code,
      Buffer.from(reason)
        .subarray(0, longestReason)
        .toString("utf8")
        .replace(/\uFFFD+$/, ""),
    );
  }

  socket.on("message", (data) => {
    watchdog.refresh();
    const message = readMessage(data);
    if (!message) return refuse(unreadable, "a message is not readable as the protocol's.");
    handle(message).catch((error: unknown) => refuse(seat ? unreadable : badHello, error));
  });
  socket.on("error", () => socket.terminate());
  socket.on("close", () => {
    clearTimeout(watchdog);
    if (!seat) return;
    workers.remove(seat);
    requests.connectionLost(seat.connectionId);
    log("info", "worker gone", { instance: seat.instanceId, apps: seat.appNames });
  });
  send(kinds.gatewayHello);
}

function readMessage(data: unknown): ReturnType<typeof connectMessage.decode> | undefined {
  if (!(data instanceof Buffer)) return undefined;
  try {
    return connectMessage.decode(data);
  } catch {
    return undefined;
  }
}
