import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Trouble } from "../plan/faults.ts";

/** A way from one process to another, over TCP on 127.0.0.1. */
export interface Link {
  port: number;
  trouble(how: Trouble): void;
  mend(): void;
  close(): Promise<void>;
}

/** Milliseconds by which each piece is late. */
const late = 400;

/** Listens on a free port and passes everything on to `target` and back, until it is told to do otherwise. */
export async function openLink(target: number): Promise<Link> {
  const line = createLine();
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect({ port: target, host: "127.0.0.1", allowHalfOpen: true });
    const pair = [client, upstream];
    for (const socket of pair) {
      open.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        open.delete(socket);
        for (const each of pair) each.destroy();
      });
    }
    if (line.trouble() === "drop") return client.resetAndDestroy();
    carry(client, upstream, line.pass);
    carry(upstream, client, line.answer);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: portOf(server.address()),
    trouble(how) {
      line.begin(how);
      if (how === "drop") for (const socket of open) socket.resetAndDestroy();
    },
    mend: line.mend,
    close: () =>
      new Promise((closed) => {
        line.mend();
        server.close(() => closed());
        for (const socket of open) socket.destroy();
      }),
  };
}

type Pass = (piece: Buffer, to: Socket) => Promise<void>;

/** Pieces arrive in their order, each once the one before it has. */
function carry(from: Socket, to: Socket, pass: Pass): void {
  let order = Promise.resolve();
  from.on("data", (piece) => {
    from.pause();
    order = order.then(async () => {
      if (!to.destroyed) await pass(piece, to);
      from.resume();
    });
  });
  from.on("end", () => {
    order = order.then(() => void to.end());
  });
}

function createLine() {
  let trouble: Trouble | undefined;
  let mended = Promise.withResolvers<void>();

  async function pass(piece: Buffer, to: Socket): Promise<void> {
    if (trouble === "stall") await mended.promise;
    if (trouble === "delay") await Promise.race([sleep(late), mended.promise]);
    if (to.writable) to.write(piece);
  }

  return {
    trouble: () => trouble,
    pass,
    async answer(piece: Buffer, to: Socket): Promise<void> {
      if (trouble !== "half-close") return pass(piece, to);
      if (to.writable) to.end(piece.subarray(0, Math.ceil(piece.length / 2)));
    },
    begin(how: Trouble) {
      mended.resolve();
      mended = Promise.withResolvers();
      trouble = how;
    },
    mend() {
      trouble = undefined;
      mended.resolve();
    },
  };
}

function portOf(address: unknown): number {
  if (typeof address === "object" && address !== null && "port" in address) return Number(address.port);
  throw new Error("The proxy has no port.");
}
