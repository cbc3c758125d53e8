import { once } from "node:events";
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { orderCreated } from "@org/events/mohallamart/order-created";
import { type RazorpayPaymentsOptions, razorpayPayments } from "@org/integrations/payments/razorpay";
import { pushIdOf } from "@org/integrations/push/port";
import { payAtCheckout, type Stack, startStack } from "@org/local-stack";
import { demoShopkeepers } from "@org/stores/demo-data/mohallamart";
import type { Orders, Product } from "@org/stores/mohallamart/port";
import { mohallaMartStores } from "@org/stores/mohallamart/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { type ProcessorTime, processorAnOrder, processorTime } from "@org/tooling/processor";
import { countRequests } from "./count-requests.ts";
import { checkNothingFailed } from "./what-failed.ts";

const help = `Places prepaid orders at once on the local stack (engine, worker, Postgres, emulators) and prints JSON: how long until
the last payment is captured and its stock taken, until the last shop was told on a device, and until the last customer has their
email and their SMS, and the milliseconds of processor time that an order took of each part of the stack (on Linux).

  node bench/orders.ts [--orders 1000] [--only unlimited|limited|slow-vendor]

--orders  how many are placed at once, in each variant: without rate limits, with those that the vendors publish, and with an
          email vendor that takes two seconds to answer

Names in "missed" what is not as it should be. Ends with 1 when the payments and the stock of 1,000 orders took a minute or more,
payments were held up by a vendor of messages, a run failed, or a message was refused or is in doubt.
`;

const { values } = parseArgs({
  options: {
    orders: { type: "string", default: "1000" },
    only: { type: "string", multiple: true },
    help: { type: "boolean", default: false },
  },
});
const orders = Number(values.orders);

interface Variant {
  /** Whether the emulators refuse what is over the published limits. */
  rateLimits: boolean;
  /** Milliseconds that the email vendor takes to answer. */
  emailDelay?: number;
}

/** Seconds since the first order was placed. */
interface Measurement {
  orders: number;
  placed: number;
  /** Every payment captured, and every piece taken from the stock. */
  captured: number;
  capturedPerSecond: number;
  /** Every order's push message at the shop. */
  shopsTold: number;
  texted: number;
  emailed: number;
  /** Requests to the email vendor a second, refused ones too. */
  emailRequestsPerSecond: number;
  /** Milliseconds an order until all were told; `stack` is all but the emulators and the bench. */
  processor: ProcessorTime;
}

const variants: Record<string, Variant> = {
  unlimited: { rateLimits: false },
  limited: { rateLimits: true },
  "slow-vendor": { rateLimits: false, emailDelay: 2_000 },
};

/** What 1,000 orders may take on two cores, in seconds. */
const mostSeconds = 60;

/** The least share of their speed that payments keep when an email vendor is slow, or vendors refuse what is over their limits. */
const leastShare = 0.6;

/** What an order may take of the stack on a machine that does nothing else, in milliseconds of processor time. */
const mostProcessor = 25;

/** Orders that are being written at the same time: as many as the pool has connections. */
const atATime = 10;

const customer = { userId: "user_bench", name: "Asha", email: "bench@example.com", phone: "+15551230000" };

async function measure({ rateLimits, emailDelay }: Variant): Promise<Measurement> {
  const environment = { ...process.env, LOG_LEVEL: "error" };
  const pushUsers = demoShopkeepers.map(({ shopkeeperId }) => pushIdOf("mohallamart", shopkeeperId));
  const stack = await startStack({ environment, apps: ["engine", "worker"], rateLimits, pushUsers });
  const pool = createPool({ databaseUrl: stack.urls.postgres });
  try {
    const stores = mohallaMartStores(pool);
    const sold = await stores.products.list();
    for (const { productId } of sold)
      await stores.products.update(productId, { stock: 2 * orders }, { emit: [] });
    if (emailDelay) stack.emulators.failNext("resend", { delay: emailDelay, times: 10 * orders });
    const waiting = await payAll(stack, sold);
    const orderIds = waiting.map(({ orderId }) => orderId);
    const requests = countRequests(stack);
    const processorBefore = processorTime();

    const began = performance.now();
    const seconds = () => round((performance.now() - began) / 1000);
    const whenAll = async (done: () => Promise<boolean> | boolean) => {
      while (!(await done())) await pause(50);
      return seconds();
    };
    const left = [...waiting];
    const placed = Promise.all(Array.from({ length: atATime }, () => placeAll(stores.orders, left))).then(
      seconds,
    );
    const ends = Promise.all([
      placed,
      whenAll(() => allCaptured(pool)),
      whenAll(() => allSent(stack, "push", orderIds)),
      whenAll(() => allSent(stack, "sms", orderIds)),
      whenAll(() => allSent(stack, "email", orderIds)),
    ]);
    const failed = failure(pool);
    const [placedAt, captured, shopsTold, texted, emailed] = await Promise.race([
      ends,
      failed.promise,
      stack.crashed,
    ]);
    failed.stop();
    return {
      orders,
      placed: placedAt,
      captured,
      capturedPerSecond: round(orders / captured),
      shopsTold,
      texted,
      emailed,
      emailRequestsPerSecond: round(requests.stop() / emailed),
      processor: processorAnOrder(processorBefore, processorTime(), orders),
    };
  } finally {
    await pool.end();
    await stack.stop();
  }
}

interface PaidOrder {
  orderId: string;
  shopId: string;
  productId: string;
  paymentId: string;
}

/** Pays for each order on the vendor's page, before any is placed. */
async function payAll({ emulators }: Stack, sold: readonly Product[]): Promise<PaidOrder[]> {
  const { url, ...account } = emulators.razorpay;
  const options: RazorpayPaymentsOptions = { ...account, baseUrl: url };
  const payments = razorpayPayments(options);
  const pages = {
    shop: "MohallaMart",
    returnUrl: "https://shop.example/paid",
    cancelUrl: "https://shop.example/cart",
  };
  const paid: PaidOrder[] = [];
  for (let first = 0; first < orders; first += atATime) {
    const some = Array.from({ length: Math.min(atATime, orders - first) }, async (_none, place) => {
      const orderId = `ord_${first + place}`;
      const product = sold[(first + place) % sold.length];
      if (!product) throw new Error("The demo data has no product.");
      const { shopId, productId, price: amount } = product;
      const form = payments.checkout(await payments.createOrder({ orderId, amount }), pages);
      const paymentId = (await payAtCheckout(form)).razorpay_payment_id ?? "";
      return { orderId, shopId, productId, paymentId };
    });
    paid.push(...(await Promise.all(some)));
  }
  return paid;
}

/** Takes orders from the list and places them, until none is left. */
async function placeAll(store: Orders, waiting: PaidOrder[]): Promise<void> {
  for (let next = waiting.pop(); next; next = waiting.pop()) await place(store, next);
}

function place(store: Orders, { orderId, shopId, productId, paymentId }: PaidOrder) {
  const items = [{ productId, quantity: 1 }];
  return store.place(
    { orderId, shopId, customer, items, payment: "prepaid", paymentId },
    {
      emit: ({ userId, total }) => [
        orderCreated.create({ orderId, userId, shopId, items, total, payment: "prepaid", paymentId }),
      ],
    },
  );
}

async function allCaptured(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ done: number }>(
    "select count(*)::int as done from mohallamart.orders where payment_status = 'captured' and stock_taken_at is not null",
  );
  return (rows[0]?.done ?? 0) >= orders;
}

/** Whether each order's message has left: to the customer, or over push to the shop. */
function allSent({ emulators }: Stack, channel: string, orderIds: readonly string[]): boolean {
  const named = emulators
    .outbox()
    .filter((sent) => sent.channel === channel && (channel === "push" || reaches(sent)))
    .map(({ subject = "", text = "" }) => /\bord_\d+\b/.exec(`${subject} ${text}`)?.[0]);
  return new Set(named).size >= orderIds.length;
}

function reaches({ to }: { to: string }): boolean {
  return to === customer.email || to === customer.phone;
}

/** Ends the measurement as soon as something has failed that would let it wait for ever. */
function failure(pool: Pool): { promise: Promise<never>; stop(): void } {
  let isStopped = false;
  async function watch(): Promise<never> {
    while (!isStopped) {
      await pause(1_000);
      if (!isStopped) await checkNothingFailed(pool);
    }
    return new Promise<never>(() => {});
  }
  return {
    promise: watch(),
    stop() {
      isStopped = true;
    },
  };
}

const round = (number: number) => Math.round(number * 100) / 100;

async function runAll(): Promise<void> {
  const measured: Record<string, Measurement> = {};
  for (const [name, variant] of Object.entries(variants)) {
    if (!values.only || values.only.includes(name)) measured[name] = await measure(variant);
  }
  const { unlimited, limited, "slow-vendor": slowVendor } = measured;
  const to = (one: Measurement | undefined) =>
    one && unlimited && round(one.capturedPerSecond / unlimited.capturedPerSecond);
  const late = Object.entries(measured)
    .filter(([, { captured }]) => orders <= 1_000 && captured >= mostSeconds)
    .map(([name]) => `${name}: captured`);
  const ratios = { limitedToUnlimited: to(limited), slowVendorToUnlimited: to(slowVendor) };
  const held = Object.entries(ratios)
    .filter(([, ratio = 1]) => ratio < leastShare)
    .map(([name]) => name);
  const isDear = (unlimited?.processor.stack ?? 0) > mostProcessor;
  const report = {
    machine: { cpus: cpus().length, node: process.version },
    target: { captured: mostSeconds, processor: mostProcessor, ratios: leastShare, failedRuns: 0 },
    ...measured,
    /** The first two near 1: money and stock wait for no message. */
    ratios: {
      ...ratios,
      processorToTarget: unlimited && round((unlimited.processor.stack ?? 0) / mostProcessor),
    },
    missed: [...late, ...held, ...(isDear ? ["unlimited: processor"] : [])],
  };
  if (!process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)) await once(process.stdout, "drain");
  if (late.length + held.length > 0) process.exitCode = 1;
}

if (values.help) process.stdout.write(help);
else await runAll();
