import { describe, expect, it } from "vitest";
import { createConvexRelay } from "../convex/relay.ts";
import { convexOutbox } from "../outbox/convex.ts";
import { recordingEngine, recordingLog } from "../outbox/testing/engine.ts";
import { convexBridge } from "../testing/convex-bridge.ts";
import { newOrder, orderEvents, rice, shop, stockEvents } from "./contract/bench.ts";
import { convexMohallaMartStores } from "./convex.ts";

const total = 10_000;
const noon = Date.UTC(2026, 0, 1, 12);

/** A marketplace that is large, in which a call that reads a table breaks the limit. */
async function largeMarketplace(documentsRead: number) {
  const large = await convexBridge({ documentsRead });
  const { _id, _creationTime, ...order } = await firstOrder();
  for (let start = 0; start < total; start += 5_000)
    await large.run(async ({ db }) => {
      for (let n = start; n < start + 5_000; n += 1) {
        const userId = n % 100 === 0 ? "user_often" : `user_${n}`;
        await db.insert("orders", { ...order, orderId: `old_${n}`, userId, placedAt: noon + n });
        const product = { ...rice, productId: `prod_${n}`, shopId: "shop_2", pricePaise: 100, reserved: 0 };
        const { price: _, ...row } = product;
        await db.insert("products", row);
        await db.insert("outbox", {
          id: `sent_${n}`,
          name: "order.created",
          payload: "{}",
          stage: "accepted",
          isAccepted: true,
          acceptedAt: noon,
          attempts: 0,
          resends: 0,
          createdAt: noon,
        });
      }
    });
  const stores = convexMohallaMartStores(large.deployment);
  await stores.shops.add(shop);
  await stores.products.add(rice);
  return { large, stores };
}

/** As the functions write it. */
async function firstOrder() {
  const small = await convexBridge();
  const { shops, products, orders } = convexMohallaMartStores(small.deployment);
  await shops.add(shop);
  await products.add(rice);
  await orders.place(newOrder(), { emit: [] });
  const written = await small.run(({ db }) => db.query("orders").first());
  if (!written) throw new Error("No order was written.");
  return written;
}

describe("with 10,000 orders, products and events in Convex", async () => {
  const { large, stores } = await largeMarketplace(30);
  const { orders, products, inventory } = stores;

  it("they are too many for a call that reads a table", async () => {
    await expect(large.run(({ db }) => db.query("orders").collect())).rejects.toThrow(/[Ll]imit|too many/);
  });

  it("an order is placed, looked at, moved and cancelled with few documents read", async () => {
    const { orderId } = await orders.place(newOrder(), orderEvents);
    expect(await orders.get(orderId)).toMatchObject({ orderId });
    expect(await orders.progress(orderId)).toMatchObject({ status: "placed" });
    expect((await inventory.take(orderId, stockEvents)).taken).toHaveLength(1);
    expect(await orders.advance(orderId, "packed", { emit: [] })).toBe(true);
    expect(await orders.cancel(orderId, { emit: [] })).toBe(true);
    expect((await inventory.restore(orderId, { emit: [] })).restored).toHaveLength(1);
    expect(await products.get(rice.productId)).toMatchObject({ available: rice.stock });
  });

  it("a customer's and a shop's orders come in pages, each of them once", async () => {
    const seen = new Set<string>();
    for (let before: string | undefined; ; ) {
      const page = await stores.orders.ofCustomer({ userId: "user_often", limit: 5, before });
      for (const { orderId } of page) seen.add(orderId);
      before = page.at(-1)?.orderId;
      if (before === undefined || seen.size >= 20) break;
    }
    expect([...seen].slice(0, 2)).toEqual(["old_9900", "old_9800"]);
    expect(seen.size).toBe(20);
    const latest = await orders.list({ shopId: shop.shopId, statuses: ["placed"], limit: 3 });
    expect(latest.map(({ orderId }) => orderId)).toEqual(["old_9999", "old_9998", "old_9997"]);
  });

  it("a relay finds what waits among what was sent", async () => {
    const engine = recordingEngine();
    const log = recordingLog();
    await convexOutbox(large.deployment).send({
      id: "order.created:new",
      name: "order.created",
      v: "1",
      data: {},
    });
    const relay = createConvexRelay({ deployment: large.deployment, client: engine, log, batchSize: 5 });
    expect(await relay.drain()).toBeGreaterThan(0);
    expect(engine.accepted().map(({ id }) => id)).toContain("order.created:new");
  });
});
