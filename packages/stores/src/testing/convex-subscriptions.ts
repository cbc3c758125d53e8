import type { IncomingMessage, Server } from "node:http";
import { type RawData, type WebSocket, WebSocketServer } from "ws";

/** Runs a query as the deployment does; the answer is that of its HTTP interface. */
export type Perform = (path: string, args: [Record<string, unknown>]) => Promise<Answer>;

export interface Answer {
  status: string;
  value?: unknown;
  errorMessage?: string;
  errorData?: unknown;
  logLines: string[];
}

interface Added {
  type: "Add";
  queryId: number;
  udfPath: string;
  args: [Record<string, unknown>];
}

type Message =
  | {
      type: "ModifyQuerySet";
      newVersion: number;
      modifications: (Added | { type: "Remove"; queryId: number })[];
    }
  | { type: "Connect" | "Event" | "Authenticate" };

/** As much of a deployment's WebSocket as subscriptions to queries use. */
export interface Subscriptions {
  /** Runs every query that somebody listens to, and tells whose result is another one. */
  changed(): void;
  count(): number;
  /** Drops every connection, as a network does. */
  drop(): void;
  close(): void;
}

export function subscriptionsOn(server: Server, perform: Perform): Subscriptions {
  const sockets = new WebSocketServer({ noServer: true });
  const listeners = new Set<ReturnType<typeof listener>>();
  server.on("upgrade", (request: IncomingMessage, socket, head) => {
    if (!/^\/api\/[^/]+\/sync$/.test(request.url ?? "")) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const one = listener(opened, perform);
      listeners.add(one);
      opened.on("close", () => listeners.delete(one));
    });
  });
  return {
    changed: () => {
      for (const each of listeners) each.look();
    },
    count: () => listeners.size,
    drop: () => {
      for (const each of sockets.clients) each.terminate();
    },
    close: () => {
      for (const each of sockets.clients) each.terminate();
      sockets.close();
    },
  };
}

/** One client: its queries, and the version of their results that it knows. */
function listener(socket: WebSocket, perform: Perform) {
  const queries = new Map<number, Added & { last?: string }>();
  let version = { querySet: 0, identity: 0, ts: 0 };
  let looking = Promise.resolve();

  async function tell(querySet: number): Promise<void> {
    const modifications: object[] = [];
    for (const query of queries.values()) {
      const { status, value, errorMessage, errorData } = await perform(query.udfPath, query.args);
      const outcome =
        status === "success"
          ? { type: "QueryUpdated", value }
          : { type: "QueryFailed", errorMessage, errorData };
      const text = JSON.stringify(outcome);
      if (query.last === text) continue;
      query.last = text;
      modifications.push({ ...outcome, queryId: query.queryId, logLines: [], journal: null });
    }
    if (modifications.length === 0 && querySet === version.querySet) return;
    const next = { ...version, querySet, ts: version.ts + 1 };
    const versions = { startVersion: encoded(version), endVersion: encoded(next) };
    socket.send(JSON.stringify({ type: "Transition", ...versions, modifications }));
    version = next;
  }

  const look = (querySet?: number) => {
    looking = looking.then(() => tell(querySet ?? version.querySet));
  };
  socket.on("message", (data: RawData) => {
    const message: Message = JSON.parse(String(data));
    if (message.type !== "ModifyQuerySet") return;
    for (const each of message.modifications) {
      if (each.type === "Add") queries.set(each.queryId, each);
      else queries.delete(each.queryId);
    }
    look(message.newVersion);
  });
  return { look: () => look() };
}

/** A version's time is 64 bits, lowest byte first, in base64. */
function encoded({ ts, ...version }: { querySet: number; identity: number; ts: number }) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(ts));
  return { ...version, ts: bytes.toString("base64") };
}
