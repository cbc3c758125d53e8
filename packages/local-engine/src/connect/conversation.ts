import { toRawAnswer } from "./answers.ts";
import {
  connectionReady,
  type connectMessage,
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

export interface ConversationOptions {
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

/** The way to the worker. */
export interface Line {
  send(kind: number, payload?: Uint8Array): void;
  isOpen(): boolean;
}

export interface Conversation {
  /** The worker's place among those that take requests, once it has introduced itself. */
  seat(): WorkerSeat | undefined;
  /** Does what a message asks. Rejects when a worker may not say this. */
  hear(message: ReturnType<typeof connectMessage.decode>): Promise<void>;
  end(): void;
}

/** What a worker and the engine say to each other, from its hello on. */
export function createConversation(line: Line, options: ConversationOptions): Conversation {
  const { workers, requests, log } = options;
  let seat: WorkerSeat | undefined;
  let registrations: unknown[] = [];

  async function connect(hello: WorkerHello): Promise<void> {
    const session = { connectionId: hello.connectionId, sessionToken: hello.authData?.sessionToken ?? "" };
    if (!options.sessions.take(session))
      throw new Error("the session is not known. Start again with POST /v0/connect/start.");
    registrations = toRegistrations(hello);
    for (const registration of registrations) await options.register(registration);
    if (!line.isOpen()) return;
    seat = toSeat(hello, line);
    workers.add(seat);
    log("info", "worker connected", { instance: seat.instanceId, apps: seat.appNames });
    line.send(kinds.gatewayConnectionReady, readyPayload(options.times));
    if (!hello.workerManualReadinessAck) await becomeReady(seat);
  }

  /** Registering again wakes the calls that wait for a worker; the first time there was none to take them. */
  async function becomeReady(ready: WorkerSeat): Promise<void> {
    ready.isReady = true;
    workers.changed();
    for (const registration of registrations) await options.register(registration);
  }

  function pause(paused: WorkerSeat): void {
    paused.isReady = false;
    requests.releaseUntaken(paused.connectionId);
    workers.changed();
  }

  /**
   * A reply is acknowledged when what it brought is stored; until then the worker keeps it, to send it again when it
   * connects anew. So is one that nobody waits for: its twin may be what is not stored yet.
   */
  async function takeReply(payload: Uint8Array): Promise<void> {
    const response = sdkResponse.decode(payload);
    requests.reply(response.requestId, toRawAnswer(response));
    const isStored = await options.stored().then(
      () => true,
      () => false,
    );
    if (!isStored || !line.isOpen()) return;
    line.send(kinds.workerReplyAck, replyAck.encode({ requestId: response.requestId }));
  }

  function renewLease(payload: Uint8Array, { connectionId }: WorkerSeat): void {
    const { requestId, leaseId } = extendLease.decode(payload);
    const newLeaseId = requests.extend(requestId, leaseId, connectionId) ?? "";
    line.send(kinds.workerRequestExtendLeaseAck, extendLeaseAck.encode({ requestId, newLeaseId }));
  }

  return {
    seat: () => seat,
    async hear({ kind, payload }) {
      if (!seat) {
        if (kind !== kinds.workerConnect) throw new Error("the worker has to introduce itself first.");
        await connect(workerConnectRequest.decode(payload));
      } else if (kind === kinds.workerReady) await becomeReady(seat);
      else if (kind === kinds.workerPause) pause(seat);
      else if (kind === kinds.workerHeartbeat) line.send(kinds.gatewayHeartbeat);
      else if (kind === kinds.workerRequestAck) requests.acknowledge(requestAck.decode(payload).requestId);
      else if (kind === kinds.workerRequestExtendLease) renewLease(payload, seat);
      else if (kind === kinds.workerReply) await takeReply(payload);
    },
    end() {
      if (!seat) return;
      workers.remove(seat);
      requests.connectionLost(seat.connectionId);
      log("info", "worker gone", { instance: seat.instanceId, apps: seat.appNames });
    },
  };
}

function toSeat(
  { connectionId, instanceId, apps, maxWorkerConcurrency }: WorkerHello,
  line: Line,
): WorkerSeat {
  return {
    connectionId,
    instanceId,
    appNames: apps.map(({ appName }) => appName),
    isReady: false,
    capacity: maxWorkerConcurrency || Number.POSITIVE_INFINITY,
    request: (payload) => line.send(kinds.gatewayExecutorRequest, payload),
    askToReconnect: () => line.send(kinds.gatewayClosing),
  };
}

function readyPayload(times: ConnectTimes): Uint8Array {
  return connectionReady.encode({
    heartbeatInterval: `${times.heartbeat}ms`,
    extendLeaseInterval: `${times.extendLease}ms`,
  });
}
