import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Stack, startStack } from "@org/local-stack";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { productEvents } from "@org/stores/mohallamart/products/product-events";
import { createPool, type Pool } from "@org/stores/postgres";
import { processorAnOrder, processorTime } from "@org/tooling/processor";
import { countRequests } from "./count-requests.ts";
import { checkNothingFailed } from "./what-failed.ts";

const help = `Lowers the price of a product that many watch, on the local stack (engine, worker, Postgres, emulators with the
limits that the vendors publish), and prints JSON: how long until the last watcher has their email, in how many requests to the
email vendor, and the milliseconds of processor time that a watcher took of each part of the stack (on Linux).

  node bench/watchers.ts [--watchers 5000]

Build everything first. Ends with 1 when it took longer or more requests than a batch of a hundred each would, or somebody got two.
`;

const { values } = parseArgs({
  options: {
    watchers: { type: "string", default: "5000" },
    help: { type: "boolean", default: false },
  },
});
const watchers = Number(values.watchers);

/** Emails that one request may carry. */
const inOneRequest = 100;

/** How long after the last email a second one would have come, in milliseconds. */
const patience = 3_000;

const target = {
  /** Batches are full but for those whose time was up. */
  requests: Math.ceil((watchers / inOneRequest) * 1.6),
  /** A batch every two seconds, and as long again. */
  seconds: 10 + (watchers / inOneRequest) * 4,
  twice: 0,
};

/** Lets customers watch the first product. @returns the product. */
async function prepare(pool: Pool) {
  const [product] = await mohallaMartStores(pool).products.list();
  if (!product) throw new Error("The demo data has no product.");
  const numbers = "generate_series(1, $1::int) n";
  await pool.query(
    `insert into mohallamart.users (user_id, name, email)
     select 'user_n' || n, 'Nr ' || n, 'n' || n || '@watchers.example' from ${numbers}`,
    [watchers],
  );
  await pool.query(
    `insert into mohallamart.preferences (user_id, language, by_email, by_sms, by_push)
     select 'user_n' || n, 'en-IN', true, false, false from ${numbers}`,
    [watchers],
  );
  await pool.query(
    `insert into mohallamart.watchers (user_id, product_id) select 'user_n' || n, $2 from ${numbers}`,
    [watchers, product.productId],
  );
  return product;
}

async function measure() {
  const environment = { ...process.env, LOG_LEVEL: "error" };
  const stack = await startStack({ environment, apps: ["engine", "worker"], rateLimits: true });
  const pool = createPool({ databaseUrl: stack.urls.postgres, maxConnections: 2 });
  try {
    const { productId, price } = await prepare(pool);
    const requests = countRequests(stack);
    const before = processorTime();
    const began = performance.now();
    await mohallaMartStores(pool).products.update(productId, { price: price / 2 }, { emit: productEvents });
    await Promise.race([untilTold(stack, pool), stack.crashed]);
    const seconds = round((performance.now() - began) / 1000);
    const processor = processorAnOrder(before, processorTime(), watchers);
    await pause(patience);
    await checkNothingFailed(pool);
    const all = told(stack);
    return { seconds, requests: requests.stop(), twice: all.length - new Set(all).size, processor };
  } finally {
    await pool.end();
    await stack.stop();
  }
}

const told = ({ emulators }: Stack) =>
  emulators
    .outbox()
    .filter(({ channel, to }) => channel === "email" && to.endsWith("@watchers.example"))
    .map(({ to }) => to);

/** Resolves when everyone has theirs. */
async function untilTold(stack: Stack, pool: Pool): Promise<void> {
  while (new Set(told(stack)).size < watchers) {
    await checkNothingFailed(pool);
    await pause(500);
  }
}

const round = (number: number) => Math.round(number * 100) / 100;

async function run(): Promise<void> {
  const measured = await measure();
  const missed = (["seconds", "requests", "twice"] as const).filter((name) => measured[name] > target[name]);
  const machine = { cpus: cpus().length, node: process.version };
  process.stdout.write(`${JSON.stringify({ machine, watchers, target, measured, missed }, null, 2)}\n`);
  if (missed.length > 0) process.exitCode = 1;
}

if (values.help) process.stdout.write(help);
else await run();
