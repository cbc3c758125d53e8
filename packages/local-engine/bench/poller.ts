import { Agent, get } from "node:http";

/**
 * Asks an engine for `/health` every 10 ms from a process of its own, so that only the engine's delays are measured.
 * Argument: the engine's address. Each line that it reads ends a measurement, which it prints.
 */
const [engineUrl = ""] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let times: number[] = [];
let refused = 0;

function ask(): Promise<number | undefined> {
  const began = performance.now();
  return new Promise((resolve) => {
    get(`${engineUrl}/health`, { agent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode === 200 ? performance.now() - began : undefined));
    }).on("error", () => resolve(undefined));
  });
}

async function poll() {
  const time = await ask();
  if (time === undefined) refused++;
  else times.push(time);
  setTimeout(poll, 10);
}

process.stdin.on("data", () => {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  const figures = { asked: sorted.length, refused, p50: at(0.5), p99: at(0.99), longest: at(0.9999) };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  times = [];
  refused = 0;
});
process.stdout.write(`polls ${engineUrl}\n`);
void poll();
