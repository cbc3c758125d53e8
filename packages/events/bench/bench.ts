import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Inngest } from "inngest";
import { catalogues } from "../src/catalogues.ts";
import { packageFolder } from "../src/internal/cli/package-folder.ts";
import type { CompiledEvent } from "../src/internal/compiled/compiled-event.ts";
import { checkTree } from "../src/internal/release/check-tree.ts";
import { readReleases } from "../src/internal/release/release-files.ts";
import { orderCreated } from "../src/mohallamart/order-created.ts";
import { createMohallaMartEvents } from "../src/mohallamart.ts";
import { validators } from "./validators.ts";

interface Figure {
  what: string;
  value: number;
  unit: string;
  target?: number;
}

/** About 1 KB as JSON. */
const order = {
  orderId: "ord_01JC3V6ZK8Q4T9RZ5W2M7XH0AB",
  userId: "user_01JC3V6ZK8Q4T9RZ5W2M7XH0AC",
  shopId: "shop_01JC3V6ZK8Q4T9RZ5W2M7XH0AD",
  items: Array.from({ length: 14 }, (_, index) => ({
    productId: `prod_01JC3V6ZK8Q4T9RZ5W2M7X${index}`,
    quantity: 2,
  })),
  total: 1250.5,
};

/** Inngest's real client up to the network, which answers at once. */
const inngest = new Inngest({
  id: "bench",
  isDev: true,
  fetch: async () => Response.json({ ids: ["01JC3V6ZK8Q4T9RZ5W2M7XH0AB"], status: 200 }),
});

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Microseconds a call, the median of rounds. */
async function microseconds(run: () => unknown, calls: number, rounds = 15): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    for (let call = 0; call < calls; call += 1) await run();
    figures.push(((performance.now() - start) * 1_000) / calls);
  }
  return median(figures.slice(3));
}

/** From the built package, as a browser or a busy server imports it. */
async function compiledOrder(): Promise<CompiledEvent<typeof orderCreated>> {
  const module: { orderCreated: CompiledEvent<typeof orderCreated> } = await import(
    pathToFileURL(join(packageFolder, "dist/compiled/mohallamart/order-created.js")).href
  );
  return module.orderCreated;
}

/** Processor time of a call, the least of rounds, which what else runs does not change. */
function cpuMicroseconds(run: () => unknown, calls = 10_000): number {
  const rounds = Array.from({ length: 12 }, () => {
    const start = process.cpuUsage();
    for (let call = 0; call < calls; call += 1) run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / calls;
  });
  return Math.min(...rounds);
}

async function emitting(): Promise<Figure[]> {
  const { orderEvents } = createMohallaMartEvents(inngest);
  const compiled = await compiledOrder();
  const raw = { name: "order.created", data: order, id: "order.created:ord_1", v: orderCreated.version };
  const figures: [number, number, number][] = [];
  for (let round = 0; round < 5; round += 1) {
    const emit = await microseconds(() => orderEvents.created(order), 200, 8);
    const send = await microseconds(() => inngest.send(raw), 200, 8);
    const compiledEmit = await microseconds(() => compiled.emit(inngest, order), 200, 8);
    figures.push([emit, send, compiledEmit]);
  }
  const emit = median(figures.map(([value]) => value));
  const send = median(figures.map(([, value]) => value));
  return [
    { what: "emit order.created, client up to the network", value: emit, unit: "us" },
    { what: "raw inngest.send of the same event", value: send, unit: "us" },
    {
      what: "emit against raw send",
      value: median(figures.map(([one, other]) => one / other)),
      unit: "x",
      target: 1.3,
    },
    {
      what: "emit of the compiled event against raw send",
      value: median(figures.map(([, send, one]) => one / send)),
      unit: "x",
      target: 1.05,
    },
  ];
}

async function parsing(): Promise<Figure[]> {
  const data = orderCreated.create(order).data;
  const bytes = JSON.stringify(data).length;
  const compiled = await compiledOrder();
  const create = cpuMicroseconds(() => orderCreated.create(order));
  const compiledCreate = cpuMicroseconds(() => compiled.create(order));
  const parsed = validators.flatMap(({ what, parse }): Figure[] => {
    const value = cpuMicroseconds(() => parse(data));
    const ratio = {
      what: `create, compiled, against what ${what} takes to parse`,
      value: compiledCreate / value,
    };
    return [
      { what: `parse order.created of ${bytes} bytes, ${what}`, value, unit: "us" },
      { ...ratio, unit: "x" },
    ];
  });
  return [
    ...parsed,
    { what: "create order.created, with zod", value: create, unit: "us" },
    { what: "create order.created, compiled", value: compiledCreate, unit: "us", target: 1 },
  ];
}

/** In fresh processes, from the built package. */
function importing(): Figure {
  const file = join(packageFolder, "dist/mohallamart/order-created.js");
  const code = `const start = performance.now(); await import(${JSON.stringify(file)}); process.stdout.write(String(performance.now() - start));`;
  const times = Array.from({ length: 9 }, () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" })),
  );
  return { what: "import one event, cold", value: median(times), unit: "ms" };
}

async function checking(): Promise<Figure> {
  const releases = await readReleases(join(packageFolder, "releases"));
  const start = performance.now();
  checkTree(catalogues, releases, "none", { mode: "BACKWARD", today: new Date().toISOString().slice(0, 10) });
  const value = (performance.now() - start) / 1_000;
  return { what: "check all catalogues against the last release", value, unit: "s", target: 20 };
}

const figures = [...(await emitting()), ...(await parsing()), importing(), await checking()];
const rounded = figures.map((figure) => ({ ...figure, value: Number(figure.value.toFixed(2)) }));
process.stdout.write(`${JSON.stringify({ node: process.version, figures: rounded }, null, 2)}\n`);
