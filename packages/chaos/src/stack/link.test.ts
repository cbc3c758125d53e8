import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { openLink } from "./link.ts";

/** A link to a server that answers each piece with itself, and a connection over it. */
async function echo() {
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (piece) => socket.write(piece));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  const link = await openLink(address.port);
  onTestFinished(async () => {
    await link.close();
    server.close();
  });
  return { link, open: () => client(link.port) };
}

async function client(port: number) {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  socket.on("error", () => {});
  await once(socket, "connect");
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Also by a reset, which comes as an error. */
function closed(socket: Socket): Promise<void> {
  return new Promise((done) => (socket.closed ? done() : void socket.once("close", () => done())));
}

async function ask(socket: Socket, text: string): Promise<string> {
  const answered = once(socket, "data");
  socket.write(text);
  const [piece] = await answered;
  return String(piece);
}

it("passes on what is said, both ways", async () => {
  const { open } = await echo();
  const socket = await open();
  expect(await ask(socket, "one")).toBe("one");
  expect(await ask(socket, "two")).toBe("two");
});

it("breaks every connection and lets no new one through while it drops", async () => {
  const { link, open } = await echo();
  const socket = await open();
  await ask(socket, "one");
  link.trouble("drop");
  await closed(socket);
  const refused = connect({ port: link.port, host: "127.0.0.1" });
  refused.on("error", () => {});
  await closed(refused);
  link.mend();
  expect(await ask(await open(), "again")).toBe("again");
});

it("holds everything back while it stalls, and loses none of it", async () => {
  const { link, open } = await echo();
  const socket = await open();
  link.trouble("stall");
  let arrived = "";
  socket.on("data", (piece) => {
    arrived += String(piece);
  });
  socket.write("one");
  await new Promise((tick) => setImmediate(tick));
  expect(arrived).toBe("");
  const answered = once(socket, "data");
  link.mend();
  await answered;
  expect(arrived).toBe("one");
});

it("ends an answer in its middle while it half-closes, and leaves the way there open", async () => {
  const { link, open } = await echo();
  const socket = await open();
  link.trouble("half-close");
  const ended = once(socket, "end");
  expect(await ask(socket, "four")).toBe("fo");
  await ended;
  expect(socket.writable).toBe(true);
});
