import { once } from "node:events";
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { type Stack, startStack } from "@org/local-stack";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import type { Orders, Product } from "@org/stores/mohallamart/port";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool } from "@org/stores/postgres";
import { sendingShare } from "../src/vendor-limits.ts";

const help = `Places orders at once on the local stack (engine, worker, Postgres, emulators) and prints JSON: how long until
the last customer has their email and their SMS.

  node bench/orders.ts [--orders 1000] [--limited-orders 100] [--only unlimited|limited|slow-vendor]

--orders          how many are placed at once where the vendors set no limits
--limited-orders  how many where they set the limits that they publish. There the throttle decides: the rate is that of
                  any number of orders, and 1,000 would take twenty minutes
`;

const { values } = parseArgs({
  options: {
    orders: { type: "string", default: "1000" },
    "limited-orders": { type: "string", default: "100" },
    only: { type: "string", multiple: true },
    help: { type: "boolean", default: false },
  },
});

interface Variant {
  orders: number;
  /** Whether the emulators refuse what is over the published limits. */
  rateLimits: boolean;
  /** Milliseconds that the email vendor takes to answer. */
  emailDelay?: number;
}

interface Measurement {
  orders: number;
  seconds: number;
  ordersPerSecond: number;
}

const variants: Record<string, Variant> = {
  unlimited: { orders: Number(values.orders), rateLimits: false },
  limited: { orders: Number(values["limited-orders"]), rateLimits: true },
  "slow-vendor": { orders: Number(values.orders), rateLimits: false, emailDelay: 2_000 },
};

/** Orders that are being written at the same time: as many as the pool has connections. */
const atATime = 10;

const customer = { userId: "user_bench", name: "Asha", email: "bench@example.com", phone: "+15551230000" };

async function measure({ orders: count, rateLimits, emailDelay }: Variant): Promise<Measurement> {
  const environment = { ...process.env, LOG_LEVEL: "error" };
  const stack = await startStack({ environment, apps: ["engine", "worker"], rateLimits });
  const pool = createPool({ databaseUrl: stack.urls.postgres });
  try {
    const { products, orders } = mohallaMartStores(pool);
    const sold = await products.list();
    for (const { productId } of sold) await products.update(productId, { stock: 2 * count }, { emit: [] });
    if (emailDelay) stack.emulators.failNext("resend", { delay: emailDelay, times: 10 * count });

    const began = performance.now();
    const orderIds = Array.from({ length: count }, (_none, number) => `ord_${number}`);
    const waiting = orderIds.map((orderId, number) => ({ orderId, product: sold[number % sold.length] }));
    const customers = Array.from({ length: atATime }, () => placeAll(orders, waiting));
    await Promise.all(customers);
    await Promise.race([allConfirmed(stack, orderIds), stack.crashed]);
    const seconds = (performance.now() - began) / 1000;

    const letters = await postgresDeadLetters(pool).list();
    if (letters.length > 0)
      throw new Error(`${letters.length} runs failed, the first: ${letters[0]?.error.message}`);
    return { orders: count, seconds: round(seconds), ordersPerSecond: round(count / seconds) };
  } finally {
    await pool.end();
    await stack.stop();
  }
}

/** Takes orders from the list and places them, until none is left. */
async function placeAll(orders: Orders, waiting: { orderId: string; product?: Product }[]): Promise<void> {
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!next.product) throw new Error("The demo data has no product.");
    await place(orders, { ...next.product, orderId: next.orderId });
  }
}

function place(orders: Orders, item: { orderId: string; shopId: string; productId: string }) {
  const { orderId, shopId, productId } = item;
  return orders.place(
    { orderId, shopId, customer, items: [{ productId, quantity: 1 }], payment: "cash" },
    {
      emit: ({ userId, items, total }) => [
        orderCreated.create({ orderId, userId, shopId, items, total, payment: "cash" }),
      ],
    },
  );
}

/** Resolves when an email and an SMS of each order have left. */
async function allConfirmed({ emulators }: Stack, orderIds: string[]): Promise<void> {
  const waiting = new Set(orderIds.flatMap((orderId) => [`email ${orderId}`, `sms ${orderId}`]));
  let seen = 0;
  while (waiting.size > 0) {
    const sent = emulators.outbox();
    for (const { channel, to, text } of sent.slice(seen)) {
      if (to !== customer.email && to !== customer.phone) continue;
      waiting.delete(`${channel} ${/\bord_\d+\b/.exec(text ?? "")?.[0]}`);
    }
    seen = sent.length;
    await pause(20);
  }
}

const round = (number: number) => Math.round(number * 100) / 100;

async function runAll(): Promise<void> {
  const measured: Record<string, Measurement> = {};
  for (const [name, variant] of Object.entries(variants)) {
    if (!values.only || values.only.includes(name)) measured[name] = await measure(variant);
  }
  const { unlimited, limited, "slow-vendor": slowVendor } = measured;
  const { limit, period } = sendingShare("send-order-confirmation");
  const share = round(limit / Number.parseInt(period, 10));
  const ratios = {
    /** Near 1: the throttle decides, and nothing is lost on the way. */
    limitedToItsShare: limited && round(limited.ordersPerSecond / share),
    slowVendorToUnlimited:
      unlimited && slowVendor && round(slowVendor.ordersPerSecond / unlimited.ordersPerSecond),
  };
  const report = {
    machine: { cpus: cpus().length, node: process.version },
    target: "every order confirmed by email and SMS, no failed run",
    sharePerSecond: share,
    ...measured,
    ratios,
  };
  if (!process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)) await once(process.stdout, "drain");
}

if (values.help) process.stdout.write(help);
else await runAll();
