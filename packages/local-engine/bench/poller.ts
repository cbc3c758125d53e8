import { Agent, createServer, get } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Asks for `/health` every 10 ms from a process of its own, in turn of an engine and of a server that does nothing else:
 * what the machine's other work delays, delays both. Arguments: the engine's address, or none to be that server.
 * Each line that it reads ends a measurement, which it prints.
 */
const [engineUrl, idleUrl = ""] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 2 });
let times = { engine: [] as number[], idle: [] as number[] };
let refused = 0;

function ask(url: string): Promise<number | undefined> {
  const began = performance.now();
  return new Promise((resolve) => {
    get(url, { agent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode === 200 ? performance.now() - began : undefined));
    }).on("error", () => resolve(undefined));
  });
}

async function poll() {
  for (const [name, url] of [
    ["engine", `${engineUrl}/health`],
    ["idle", idleUrl],
  ] as const) {
    const time = await ask(url);
    if (time === undefined) refused++;
    else times[name].push(time);
  }
  setTimeout(poll, 10);
}

function figuresOf(measured: number[]) {
  const sorted = measured.sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { asked: sorted.length, p50: at(0.5), p99: at(0.99), longest: at(0.9999) };
}

if (engineUrl === undefined) {
  const server = createServer((_request, response) => response.end("OK"));
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`http://127.0.0.1:${port}/\n`);
  });
} else {
  process.stdin.on("data", () => {
    const figures = { refused, ...figuresOf(times.engine), idleServer: figuresOf(times.idle) };
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    times = { engine: [], idle: [] };
    refused = 0;
  });
  process.stdout.write(`polls ${engineUrl}\n`);
  void poll();
}
