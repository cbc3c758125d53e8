import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What PgBouncer takes at the start of a connection when nobody has configured it to ignore more. */
const known = new Set(["user", "database", "client_encoding", "application_name", "DateStyle", "TimeZone"]);
const sslRequest = 80_877_103;

interface Backend {
  socket: Socket;
  client: Socket | undefined;
}

/**
 * A pooler in transaction mode, as far as its clients can tell: each transaction goes over the connection to Postgres that
 * was used longest ago, nothing of a session lasts, and unknown settings at the start are refused, as PgBouncer does.
 */
export async function transactionPooler(serverUrl: string, connections = 2) {
  const url = new URL(serverUrl);
  const backends: Backend[] = [];
  for (let n = 0; n < connections; n++) backends.push(await openBackend(url));
  const waiting: { client: Socket; messages: Buffer }[] = [];
  const clients = new Set<Socket>();

  function dispatch(): void {
    const index = backends.findIndex(({ client }) => client === undefined);
    const next = index === -1 ? undefined : waiting.shift();
    const [free] = next ? backends.splice(index, 1) : [];
    if (!next || !free) return;
    // The one used last stands last.
    backends.push(free);
    free.client = next.client;
    free.socket.write(next.messages);
  }

  for (const backend of backends) {
    readMessages(backend.socket, (message) => {
      const { client } = backend;
      if (message[0] === code("Z") && message[5] === code("I")) backend.client = undefined;
      client?.write(message);
      dispatch();
    });
  }

  const server = createServer((client) => {
    clients.add(client);
    client.on("error", () => undefined);
    client.on("close", () => clients.delete(client));
    client.once("data", function start(data) {
      if (data.readInt32BE(4) === sslRequest) {
        client.write("N");
        client.once("data", start);
        return;
      }
      const unknown = startupNames(data).find((name) => !known.has(name));
      if (unknown !== undefined) return client.end(refusal(`unsupported startup parameter: ${unknown}`));
      client.write(Buffer.concat([framed("R", int(0)), framed("Z", Buffer.from("I"))]));
      client.on("data", (messages) => {
        const own = backends.find((backend) => backend.client === client);
        if (messages[0] === code("X")) return client.end();
        if (own) own.socket.write(messages);
        else waiting.push({ client, messages });
        dispatch();
      });
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The pooler has no port.");
  url.port = String(address.port);
  return {
    url: url.href,
    async stop() {
      server.close();
      for (const socket of [...clients, ...backends.map(({ socket }) => socket)]) socket.destroy();
    },
  };
}

async function openBackend({ port, username, pathname }: URL): Promise<Backend> {
  const socket = connect(Number(port), "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  const names = `user\0${username}\0database\0${decodeURIComponent(pathname.slice(1))}\0\0`;
  const body = Buffer.concat([int(196_608), Buffer.from(names)]);
  socket.write(Buffer.concat([int(body.length + 4), body]));
  const backend: Backend = { socket, client: undefined };
  let greeting = Buffer.alloc(0);
  // The greeting ends with: ready, no transaction.
  while (!greeting.subarray(-6).equals(framed("Z", Buffer.from("I")))) {
    const [data]: Buffer[] = await once(socket, "data");
    if (data) greeting = Buffer.concat([greeting, data]);
  }
  return backend;
}

function readMessages(socket: Socket, onMessage: (message: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const length = rest.readInt32BE(1) + 1;
      onMessage(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  });
}

function startupNames(data: Buffer): string[] {
  const parts = data.subarray(8, -2).toString().split("\0");
  return parts.filter((_, index) => index % 2 === 0);
}

const code = (letter: string) => letter.charCodeAt(0);

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function framed(letter: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(letter), int(body.length + 4), body]);
}

function refusal(message: string): Buffer {
  return framed("E", Buffer.from(`SFATAL\0VFATAL\0C08P01\0M${message}\0\0`));
}
