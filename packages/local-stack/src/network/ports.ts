import { connect, createServer } from "node:net";

const host = "127.0.0.1";
const lastPort = 65_535;

/** A port of 127.0.0.1 that nothing listens on: `preferred` or the next free one above it; 0 takes any. */
export async function freePort(preferred = 0, reserved: ReadonlySet<number> = new Set()): Promise<number> {
  for (let port = preferred; port <= lastPort; port += 1) {
    if (reserved.has(port) || (port !== 0 && (await answers(port)))) continue;
    const bound = await bind(port);
    if (bound !== undefined) return bound;
  }
  throw new Error(`No free port from ${preferred} upwards on ${host}.`);
}

function bind(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}

/** Some systems let one bind 127.0.0.1 beside a server that listens on all addresses, so we also knock. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("connect", () => finish(true));
    socket.once("error", () => finish(false));
  });
}
