import { createServer, type Socket } from "node:net";
import { closedUrl } from "../contracts/canned-server.ts";

/** What the server does with a command once it has let the client in; it quotes the command as far as it answers. */
export type RedisMisbehaviour =
  /** An error with this code. */
  | { refuse: string }
  /** The same, when the client signs in. */
  | { refuseLogin: string }
  /** Something that is not the protocol. */
  | { garbage: true }
  /** An answer that ends too early. */
  | { cut: true }
  | { drop: true }
  | { silent: true };

export interface EchoRedis {
  port: number;
  /** How many commands it got, besides those with which a client introduces itself. */
  commands(): number;
  stop(): Promise<void>;
}

const introductions = new Set(["auth", "hello", "info", "client", "select"]);

/** A Redis at its most indiscreet: it quotes everything it was sent in everything it answers. */
export async function echoRedis(misbehaviour: RedisMisbehaviour): Promise<EchoRedis> {
  const { port } = new URL(await closedUrl());
  const open = new Set<Socket>();
  let commands = 0;
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => {}).on("close", () => open.delete(socket));
    socket.on("data", (request) => {
      for (const command of commandsIn(request.toString())) {
        const isIntroduction = introductions.has(command.name);
        if (!isIntroduction) commands += 1;
        answer(socket, command, isIntroduction, misbehaviour);
      }
    });
  });
  await new Promise<void>((listening) => server.listen(Number(port), "127.0.0.1", listening));
  return {
    port: Number(port),
    commands: () => commands,
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        for (const socket of open) socket.destroy();
      }),
  };
}

interface Command {
  name: string;
  /** The whole of it in one line. */
  quote: string;
}

/** Every command begins with its number of parts, as `*3`; the parts follow, each after its length. */
function commandsIn(request: string): Command[] {
  return request
    .split(/^\*\d+\r\n/m)
    .filter((command) => command !== "")
    .map((command) => {
      const parts = command.split("\r\n").filter((_, index) => index % 2 === 1);
      return { name: parts[0]?.toLowerCase() ?? "", quote: parts.join(" ") };
    });
}

function answer(
  socket: Socket,
  { name, quote }: Command,
  isIntroduction: boolean,
  misbehaviour: RedisMisbehaviour,
): void {
  if (name === "auth" && "refuseLogin" in misbehaviour) {
    socket.write(`-${misbehaviour.refuseLogin} ${quote}\r\n`);
  } else if (isIntroduction) socket.write("+OK\r\n");
  else if ("refuse" in misbehaviour) socket.write(`-${misbehaviour.refuse} ${quote}\r\n`);
  else if ("garbage" in misbehaviour) socket.write(`<html>${quote}\r\n`);
  else if ("cut" in misbehaviour) {
    socket.write(`$${Buffer.byteLength(quote) + 10}\r\n${quote}`, () => socket.destroy());
  } else if ("drop" in misbehaviour) socket.destroy();
}
