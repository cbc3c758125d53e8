import { expect, it } from "vitest";
import { operator } from "./testing/bench-vendors.ts";
import { breaches } from "./testing/invariants.ts";
import { placeOrder, placePrepaidOrder } from "./testing/place-order.ts";
import { startTestBench, type TestBench } from "./testing/test-bench.ts";

/** From 0 up to 1, the same every time. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** Forgets half of what it is sent, each event at most three times. */
function forgetful(seed: number) {
  const chance = createChance(seed);
  const forgotten = new Map<string, number>();
  const names = new Set<string>();
  const loses = ({ id = "", name }: { id?: string; name: string }) => {
    const times = forgotten.get(id) ?? 0;
    if (times >= 3 || chance() < 0.5) return false;
    forgotten.set(id, times + 1);
    names.add(name);
    return true;
  };
  return { loses, forgotten, names };
}

/** Until nothing is looked for: what is found starts functions that send events of their own, which are lost as well. */
async function reconcileAll(bench: TestBench): Promise<number> {
  let resent = 0;
  for (let look = 0; look < 40; look++) {
    await bench.settle();
    // What is throttled has its turn.
    await bench.engine.advance("5m");
    await bench.settle();
    resent += await bench.reconcile();
    if ((await lookedFor(bench)).length === 0) return resent;
  }
  return expect.fail(`still looked for: ${(await lookedFor(bench)).join(", ")}`);
}

async function lookedFor({ pool }: TestBench): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    "select id from platform.outbox where accepted_at is null or traced_at is null order by id",
  );
  return rows.map(({ id }) => id);
}

/** Orders whose customer was told by email that the order went through. */
async function confirmed({ pool }: TestBench): Promise<string[]> {
  const { rows } = await pool.query<{ subject: string }>(
    `select subject from platform.deliveries
     where workflow = 'send-order-confirmation' and channel = 'email' and status = 'sent' order by subject`,
  );
  return rows.map(({ subject }) => subject);
}

it.each([1, 2, 3])(
  "every order is seen to when the engine forgets what it acknowledged (seed %i)",
  async (seed) => {
    const { loses, forgotten, names } = forgetful(seed);
    const bench = await startTestBench({ loses, schedulesOf: [] });
    const orders = ["ord_a", "ord_b", "ord_c", "ord_d"];
    for (const orderId of orders) await placeOrder(bench, { orderId });
    await placePrepaidOrder(bench, { orderId: "ord_paid" });
    await bench.settle();
    const resent = await reconcileAll(bench);
    expect(resent).toBeGreaterThanOrEqual(forgotten.size);
    expect([...names]).toEqual(expect.arrayContaining(["order.created", "notification.emailRequested"]));

    expect(await breaches(bench)).toEqual([]);
    expect((await bench.pool.query("select from platform.event_traces")).rowCount).toBe(0);
    // Of what was sent twice the breaches would tell.
    expect(await confirmed(bench)).toEqual([...orders, "ord_paid"]);
    const alerts = bench.vendors.outbox().filter(({ to, subject }) => {
      return to === operator.email && subject?.includes("started nothing");
    });
    expect(alerts).toHaveLength(1);
  },
);

it("nothing is sent again, and nobody is told, where the engine lost nothing", async () => {
  const bench = await startTestBench({ schedulesOf: [] });
  await placeOrder(bench);
  await bench.settle();
  await bench.engine.advance("1h");
  await bench.settle();
  expect(await reconcileAll(bench)).toBe(0);
  expect(bench.vendors.outbox().filter(({ to }) => to === operator.email)).toEqual([]);
});
