import { searchIndex } from "@org/events/mohallamart/search-index";
import { postgresDeadLetters } from "@org/stores/dead-letters/postgres";
import { demoProducts, demoShops } from "@org/stores/demo-data/mohallamart";
import { postgresOutbox } from "@org/stores/outbox/postgres";
import { createPool, type Pool } from "@org/stores/postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { PassedCall } from "../src/testing/balancer.ts";
import { placeOrder } from "../src/testing/place-order.ts";
import { type SeveralWorkers, startSeveralWorkers } from "../src/testing/several-workers.ts";

// Two workers, each with its relay, behind one address: what docs/scaling.md says of several. Each is killed while it has a call
// in hand and its relay has events to send.

const patience = { timeout: 180_000, interval: 5 };
const rounds = 3;
const ordersOfRound = 6;
const changesOfRound = 8;

/** One product of each shop: what happens to one waits for each other, and goes on beside what happens to the other. */
const sold = demoShops.map(({ shopId }) => demoProducts.findIndex((product) => product.shopId === shopId));
const indexed = sold.flatMap((place) => demoProducts[place] ?? []);

let several: SeveralWorkers;
let pool: Pool;
let calls: readonly Called[];
let stockBefore: number;

/** A call of a function, as the balancer saw it. */
interface Called extends PassedCall {
  workflow: string;
  runId: string;
  eventId: string;
  data: Readonly<Record<string, unknown>>;
}

function read(call: PassedCall): Called[] {
  const fn = new URL(call.path, "http://balancer").searchParams.get("fnId");
  if (!fn?.startsWith("mohallamart-")) return [];
  const { event, ctx } = JSON.parse(call.body);
  const workflow = fn.slice("mohallamart-".length);
  return [{ ...call, workflow, runId: ctx.run_id, eventId: event.id, data: event.data }];
}

const stock = async () => {
  const { rows } = await pool.query<{ pieces: number }>(
    "select sum(stock)::int as pieces from mohallamart.products",
  );
  return rows[0]?.pieces ?? 0;
};

/** Orders of both shops, and for each product more of what must keep its order: one transaction each, as pages write them. */
async function happen(round: number): Promise<void> {
  for (let number = round * ordersOfRound; number < (round + 1) * ordersOfRound; number++) {
    await placeOrder(pool, {
      orderId: `ord_several${number}`,
      userId: `user_several${number}`,
      email: `several${number}@example.com`,
      phone: `+9198765${String(number).padStart(5, "0")}`,
      product: sold[number % sold.length] ?? 0,
    });
  }
  for (let change = round * changesOfRound; change < (round + 1) * changesOfRound; change++) {
    const events = indexed.map(({ productId, shopId, name, category, price }) => {
      const id = `${searchIndex.event}:${productId}:${change}`;
      return searchIndex.create({ productId, shopId, name, category, price }, { id });
    });
    await postgresOutbox(pool).send(events);
  }
}

async function isDone(): Promise<boolean> {
  const seen = several.balancer.calls;
  if (seen.some(({ ended }) => ended === undefined)) return false;
  const { rows } = await pool.query("select from platform.outbox where accepted_at is null");
  const told = new Set(several.stack.emulators.outbox().map(({ to }) => to));
  const isTold = Array.from({ length: rounds * ordersOfRound }, (_, number) =>
    told.has(`several${number}@example.com`),
  );
  return (
    rows.length === 0 && isTold.every(Boolean) && (await stock()) <= stockBefore - rounds * ordersOfRound
  );
}

beforeAll(async () => {
  several = await startSeveralWorkers([{}, {}]);
  pool = createPool({ databaseUrl: several.stack.urls.postgres });
  await pool.query("update mohallamart.products set stock = 100000");
  stockBefore = await stock();
  for (let round = 0; round < rounds; round++) {
    const { balancer, workers } = several;
    const began = balancer.calls.length;
    const victim = round % workers.length;
    const happening = happen(round);
    await vi.waitUntil(
      () =>
        balancer.calls.some(
          ({ worker, ended }, place) => place >= began && worker === victim && ended === undefined,
        ),
      patience,
    );
    await workers[victim]?.kill();
    await happening;
    await workers[victim]?.start();
  }
  await vi.waitUntil(isDone, { ...patience, interval: 100 });
  calls = several.balancer.calls.flatMap(read);
}, 600_000);

afterAll(async () => {
  await pool?.end();
  await several?.stop();
});

/** Pairs of calls that were under way at the same time. */
function overlaps(some: readonly Called[]): [Called, Called][] {
  return some.flatMap((one, place) =>
    some
      .slice(place + 1)
      .filter((other) => other.began < (one.ended ?? Number.POSITIVE_INFINITY))
      .map((other): [Called, Called] => [one, other]),
  );
}

describe("two workers that are killed in turn", () => {
  it("have both worked, and calls were lost with them", () => {
    expect(new Set(calls.map(({ worker }) => worker))).toEqual(new Set([0, 1]));
    expect(calls.filter(({ status }) => status === undefined).length).toBeGreaterThan(0);
    const apart = overlaps(calls).filter(([one, other]) => one.worker !== other.worker);
    expect(apart.length).toBeGreaterThan(0);
  });

  it.each([
    ["update-inventory", "shopId"],
    ["index-product", "productId"],
  ])("together keep the limit of %s: one at a time for each %s", (workflow, key) => {
    const own = calls.filter((call) => call.workflow === workflow);
    const keys = new Set(own.map(({ data }) => data[key]));
    expect(keys.size).toBe(2);
    for (const value of keys) expect(overlaps(own.filter(({ data }) => data[key] === value))).toEqual([]);
    expect(new Set(own.map(({ worker }) => worker))).toEqual(new Set([0, 1]));
  });

  it("begin what happened to one product in the order in which it happened", () => {
    const all = Array.from({ length: rounds * changesOfRound }, (_, change) => change);
    for (const { productId } of indexed) {
      const prefix = `${searchIndex.event}:${productId}:`;
      const begun = calls.filter(({ eventId }) => eventId.startsWith(prefix)).map(({ eventId }) => eventId);
      expect([...new Set(begun)]).toEqual(all.map((change) => `${prefix}${change}`));
    }
  });

  it("lose no event, and have none start a function twice", () => {
    const runs = new Map<string, Set<string>>();
    for (const { workflow, eventId, runId } of calls) {
      const name = `${workflow} ${eventId}`;
      runs.set(name, (runs.get(name) ?? new Set()).add(runId));
    }
    expect([...runs].filter(([, own]) => own.size > 1).map(([name]) => name)).toEqual([]);
    for (let number = 0; number < rounds * ordersOfRound; number++)
      expect(runs.has(`update-inventory order.created:ord_several${number}`)).toBe(true);
  });

  it("take each piece out of the stock once, and tell each customer once", async () => {
    expect(await stock()).toBe(stockBefore - rounds * ordersOfRound);
    const mails = several.stack.emulators
      .outbox()
      .filter(({ vendor, to }) => vendor === "resend" && to.startsWith("several"));
    const confirmed = mails.filter(({ subject }) => /\bord_several\d+\b/.test(subject ?? ""));
    expect(confirmed.length).toBe(new Set(mails.map(({ to, subject }) => `${to} ${subject}`)).size);
    expect(confirmed.length).toBeGreaterThanOrEqual(rounds * ordersOfRound);
    const letters = await postgresDeadLetters(pool).list({ limit: 1_000 });
    expect(letters.map(({ workflow, error }) => `${workflow}: ${error.message}`)).toEqual([]);
  });
});
