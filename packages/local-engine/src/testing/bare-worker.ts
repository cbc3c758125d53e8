import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import {
  connectMessage,
  executorRequest,
  kinds,
  startResponse,
  workerConnectRequest,
} from "../connect/messages.ts";
import { eventually } from "./eventually.ts";

type Message = ReturnType<typeof connectMessage.decode>;

/** A worker without the SDK, which says only what it is told to say. */
export interface BareWorker {
  connectionId: string;
  sessionToken: string;
  send(kind: number, payload?: Uint8Array): void;
  sendBytes(bytes: Uint8Array): void;
  /** The next message of a kind. */
  next(kind: number): Promise<Uint8Array>;
  /** Whether a message of a kind has come that was not taken yet. */
  has(kind: number): boolean;
  nextRequest(): Promise<ReturnType<typeof executorRequest.decode>>;
  closed: Promise<{ code: number; reason: string }>;
  terminate(): void;
}

/** @param events the events that its only function, `work`, is triggered by. */
export function bareApp(appName: string, events: string[]) {
  const id = `${appName}-work`;
  const definition = {
    id,
    name: "work",
    triggers: events.map((event) => ({ event })),
    steps: {
      step: {
        id: "step",
        runtime: { type: "ws", url: `wss://connect?fnId=${id}&stepId=step` },
        retries: { attempts: 3 },
      },
    },
  };
  return { appName, appVersion: "", functions: Buffer.from(JSON.stringify([definition])) };
}

export async function openBareWorker(url: string): Promise<BareWorker> {
  const answer = await fetch(`${url}/v0/connect/start`, { method: "POST" });
  const session = startResponse.decode(new Uint8Array(await answer.arrayBuffer()));
  const socket = new WebSocket(session.gatewayEndpoint, ["v0.connect.inngest.com"]);
  onTestFinished(() => socket.terminate());
  const received: Message[] = [];
  socket.on("message", (data) => {
    if (data instanceof Buffer) received.push(connectMessage.decode(data));
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once("close", (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));

  async function next(kind: number): Promise<Uint8Array> {
    let place = -1;
    await eventually(() => {
      place = received.findIndex((message) => message.kind === kind);
      if (place < 0) throw new Error(`no message of kind ${kind} has come.`);
    });
    return received.splice(place, 1)[0]?.payload ?? new Uint8Array();
  }

  await next(kinds.gatewayHello);
  return {
    connectionId: session.connectionId,
    sessionToken: session.sessionToken,
    send: (kind, payload = new Uint8Array()) => socket.send(connectMessage.encode({ kind, payload })),
    sendBytes: (bytes) => socket.send(bytes),
    next,
    has: (kind) => received.some((message) => message.kind === kind),
    nextRequest: async () => executorRequest.decode(await next(kinds.gatewayExecutorRequest)),
    closed,
    terminate: () => socket.terminate(),
  };
}

/** Introduces a worker and waits until the engine has taken its app. */
export async function connectBareWorker(url: string, app: ReturnType<typeof bareApp>): Promise<BareWorker> {
  const worker = await openBareWorker(url);
  sayHello(worker, { apps: [app] });
  await worker.next(kinds.gatewayConnectionReady);
  worker.send(kinds.workerReady);
  return worker;
}

export function sayHello(
  worker: BareWorker,
  hello: Partial<ReturnType<typeof workerConnectRequest.decode>>,
): void {
  const { connectionId, sessionToken } = worker;
  const payload = workerConnectRequest.encode({
    connectionId,
    authData: { sessionToken, syncToken: "" },
    workerManualReadinessAck: true,
    instanceId: "bare",
    framework: "connect",
    sdkVersion: "v0",
    sdkLanguage: "typescript",
    ...hello,
  });
  worker.send(kinds.workerConnect, payload);
}
