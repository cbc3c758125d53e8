import { expect, it } from "vitest";
import { breaches } from "./testing/invariants.ts";
import { placeOrder, placePrepaidOrder } from "./testing/place-order.ts";
import { operator, startTestBench, type TestBench } from "./testing/test-bench.ts";

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
  const loses = ({ id = "" }: { id?: string }) => {
    const times = forgotten.get(id) ?? 0;
    if (times >= 3 || chance() < 0.5) return false;
    forgotten.set(id, times + 1);
    return true;
  };
  return { loses, forgotten };
}

async function reconcileAll(bench: TestBench): Promise<number> {
  let resent = 0;
  // Four looks find an event that is lost three times; what it starts emits events of its own.
  for (let look = 0; look < 12; look++) {
    await bench.settle();
    // What is throttled has its turn.
    await bench.engine.advance("5m");
    await bench.settle();
    resent += await bench.reconcile();
  }
  await bench.settle();
  return resent;
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
    const { loses, forgotten } = forgetful(seed);
    const bench = await startTestBench({ loses, schedulesOf: [] });
    const orders = ["ord_a", "ord_b", "ord_c", "ord_d"];
    for (const orderId of orders) await placeOrder(bench, { orderId });
    await placePrepaidOrder(bench, { orderId: "ord_paid" });
    await bench.settle();
    expect(forgotten.size).toBeGreaterThan(0);
    expect(await reconcileAll(bench)).toBeGreaterThanOrEqual(forgotten.size);

    expect(await breaches(bench)).toEqual([]);
    const { rows } = await bench.pool.query("select id from platform.outbox where traced_at is null");
    expect(rows).toEqual([]);
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
