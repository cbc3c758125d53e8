import { connect, createServer } from "node:net";

const host = "127.0.0.1";
const lastPort = 65_535;

/**
 * Below what systems hand out for outgoing connections and for port 0, in blocks: a process gives out the ports of one block,
 * which is its own for as long as it listens on the first of them. So a port that is chosen here stays free until the part
 * that it is for listens on it, also while other processes choose theirs.
 */
const blocks = { first: 20_000, size: 100, count: 120 };

interface Block {
  first: number;
  /** The last port that was given out, from `first`. */
  given: number;
}

declare global {
  /** Of this process, however often this module is loaded in it. */
  var __localStackPorts: Promise<Block> | undefined;
}

/** A port of 127.0.0.1 that nothing listens on: `preferred` or the next free one above it; 0 takes any. */
export async function freePort(preferred = 0, reserved: ReadonlySet<number> = new Set()): Promise<number> {
  if (preferred === 0) return fromOwnBlock(reserved);
  for (let port = preferred; port <= lastPort; port += 1) if (await isFree(port, reserved)) return port;
  throw new Error(`No free port from ${preferred} upwards on ${host}.`);
}

async function fromOwnBlock(reserved: ReadonlySet<number>): Promise<number> {
  globalThis.__localStackPorts ??= takeBlock();
  const block = await globalThis.__localStackPorts;
  for (let tried = 1; tried < blocks.size; tried += 1) {
    block.given = (block.given % (blocks.size - 1)) + 1;
    const port = block.first + block.given;
    if (await isFree(port, reserved)) return port;
  }
  throw new Error(`No free port on ${host} from ${block.first} to ${block.first + blocks.size - 1}.`);
}

async function takeBlock(): Promise<Block> {
  const start = Math.floor(Math.random() * blocks.count);
  for (let tried = 0; tried < blocks.count; tried += 1) {
    const first = blocks.first + ((start + tried) % blocks.count) * blocks.size;
    if (await keep(first)) return { first, given: 0 };
  }
  throw new Error(`Too many processes have ports of ${host} from ${blocks.first} upwards. End some of them.`);
}

/** Listens on a port for as long as the process runs, which that does not keep running. @returns false where somebody else does */
function keep(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy()).unref();
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => resolve(true));
  });
}

async function isFree(port: number, reserved: ReadonlySet<number>): Promise<boolean> {
  return !reserved.has(port) && !(await answers(port)) && (await canBind(port));
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
