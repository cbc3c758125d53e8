import { connect, createServer } from "node:net";

const host = "127.0.0.1";
const lastPort = 65_535;

/**
 * Below what systems hand out for outgoing connections and for port 0: one chosen here stays free until the part that
 * it is for listens on it. A random start keeps stacks that begin at the same moment apart.
 */
const quietRange = { first: 20_000, size: 12_000 };

/** A port of 127.0.0.1 that nothing listens on: `preferred` or the next free one above it; 0 takes any. */
export async function freePort(preferred = 0, reserved: ReadonlySet<number> = new Set()): Promise<number> {
  const start = preferred || quietRange.first + Math.floor(Math.random() * quietRange.size);
  for (let port = start; port <= lastPort; port += 1) {
    if (!reserved.has(port) && !(await answers(port)) && (await canBind(port))) return port;
  }
  throw new Error(`No free port from ${start} upwards on ${host}.`);
}

function canBind(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
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
