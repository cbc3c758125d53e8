import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createPool, type Pool } from "@org/stores/postgres";
import { median, print, round } from "@org/tooling/measure";
import { processorAnOrder, processorTime } from "@org/tooling/processor";
import { startCollector } from "../src/testing/collector.ts";
import { placeOrder } from "../src/testing/place-order.ts";
import { type SeveralWorkers, startSeveralWorkers } from "../src/testing/several-workers.ts";

const help = `Has the same orders worked off by a worker that tells nothing of itself and by one that sends traces and metrics to a
collector and keeps them for Prometheus, and prints JSON: milliseconds of processor time an order (on Linux), and which part of an
order telemetry takes.

  node bench/telemetry.ts [--orders 40] [--rounds 4] [--pairs 4]

--orders  of each block
--rounds  how often each of the two has a block; they take turns, and the one that has none is stopped
--pairs   how often both are started anew, since no two processes are compiled alike

Ends with 1 when telemetry takes 5 % of an order or more.
`;

/** The part of an order's processor time, of the whole stack's, that telemetry may take. */
const most = 0.05;

/** Processor milliseconds in half a second of a worker that has nothing to do. */
const idle = 20;

const { values } = parseArgs({
  options: {
    orders: { type: "string", default: "40" },
    rounds: { type: "string", default: "4" },
    pairs: { type: "string", default: "4" },
    help: { type: "boolean", default: false },
  },
});
const [orders, rounds, pairs] = [Number(values.orders), Number(values.rounds), Number(values.pairs)];

/** Milliseconds of processor time an order. */
interface Block {
  worker: number;
  stack: number;
}

/** Works off orders with one of the workers alone. @param first counts up over all blocks */
async function workOff(
  { stack, balancer, workers }: SeveralWorkers,
  which: number,
  { pool, first }: { pool: Pool; first: number },
): Promise<Block> {
  for (const [place, worker] of workers.entries()) worker.signal(place === which ? "SIGCONT" : "SIGSTOP");
  balancer.setWorkers(workers.flatMap(({ url }, place) => (place === which ? [url] : [])));
  await untilIdle();
  const before = processorTime();
  for (let number = first; number < first + orders; number++) await place(pool, number);
  const toldOf = () => emailed(stack.emulators.outbox());
  while (toldOf() < first + orders || (await waiting(pool)) > 0) await pause(50);
  await untilIdle();
  const { worker = 0, stack: all = 0 } = processorAnOrder(before, processorTime(), orders);
  return { worker, stack: all };
}

const place = (pool: Pool, number: number) =>
  placeOrder(pool, {
    orderId: `ord_${number}`,
    userId: `user_${number}`,
    email: `asha${number}@example.com`,
    phone: `+9198${String(number).padStart(8, "0")}`,
    product: number,
  });

function emailed(sent: readonly { to: string; vendor: string }[]): number {
  const customers = sent.filter(({ to, vendor }) => vendor === "resend" && to.startsWith("asha"));
  return new Set(customers.map(({ to }) => to)).size;
}

async function waiting(pool: Pool): Promise<number> {
  const { rows } = await pool.query("select from platform.outbox where accepted_at is null");
  return rows.length;
}

/** Until the worker has used next to nothing for half a second: what follows from the orders is done. */
async function untilIdle(): Promise<void> {
  for (let before = processorTime(); ; ) {
    await pause(500);
    const after = processorTime();
    if ((after.worker ?? 0) - (before.worker ?? 0) <= idle) return;
    before = after;
  }
}

async function measure(): Promise<void> {
  const collector = await startCollector();
  const told = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, METRICS_TOKEN: "a token of this bench's own" };
  const several = await startSeveralWorkers([{}, told]);
  const pool = createPool({ databaseUrl: several.stack.urls.postgres });
  try {
    await pool.query("update mohallamart.products set stock = 1000000");
    let placed = 0;
    const block = async (which: number) => {
      const used = await workOff(several, which, { pool, first: placed });
      placed += orders;
      return used;
    };
    const blocks: [off: Block[], on: Block[]] = [[], []];
    for (let pair = 0; pair < pairs; pair++) {
      await startAnew(several, pair % 2 === 0);
      // Neither is measured while its code is compiled.
      for (const which of [0, 1]) await block(which);
      for (let round = 0; round < rounds; round++) {
        const turns = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
        for (const which of turns) blocks[which].push(await block(which));
      }
    }
    report(blocks, (2 * collector.spans().length) / placed);
  } finally {
    await pool.end();
    await several.stop();
    await collector.stop();
  }
}

async function startAnew({ workers }: SeveralWorkers, isFirstFirst: boolean): Promise<void> {
  for (const worker of workers) await worker.kill();
  for (const worker of isFirstFirst ? workers : workers.toReversed()) await worker.start();
}

function report([off, on]: [off: Block[], on: Block[]], spansAnOrder: number): void {
  const medians = (part: keyof Block) => {
    const [without, withIt] = [off, on].map((each) => median(each.map((block) => block[part])));
    return { off: round(without ?? 0), on: round(withIt ?? 0) };
  };
  const [worker, stack] = [medians("worker"), medians("stack")];
  const partOfAnOrder = round((worker.on - worker.off) / stack.off, 3);
  print({
    machine: { cpus: cpus().length, node: process.version },
    telemetry: {
      ...{ orders, rounds, pairs, spansAnOrder: round(spansAnOrder) },
      ...{ worker, stack, workerOnToOff: round(worker.on / worker.off, 3), partOfAnOrder, target: most },
      /** Each block's, of the worker: how far they lie apart. */
      blocks: { off: off.map((each) => each.worker), on: on.map((each) => each.worker) },
    },
  });
  if (partOfAnOrder >= most) process.exitCode = 1;
}

if (values.help) process.stdout.write(help);
else await measure();
