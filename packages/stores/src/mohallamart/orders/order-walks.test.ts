import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { testDatabase } from "../../testing/database.ts";
import { newOrder, rice, shop } from "../contract/bench.ts";
import { mohallaMartStores } from "../postgres.ts";
import { moneyOf, type OrderEvent, type OrderState, transitionOf } from "./order-states.ts";

const { pool } = await testDatabase();
const { orders, money, shops, products } = mohallaMartStores(pool);

beforeAll(async () => {
  await shops.add(shop);
  await products.add({ ...rice, stock: 1_000 });
});

type Ask = (orderId: string) => Promise<boolean>;

const nothing = { emit: [] };
const refund =
  (status: "pending" | "processed" | "failed"): Ask =>
  (orderId) =>
    money.bookRefund({ refundId: `rfnd_${orderId}`, orderId, amount: 19.99, status }, nothing);

/** Each event as the commands and workflows bring it about. */
const asks = {
  pack: (id: string) => orders.advance(id, "packed", nothing),
  ship: (id: string) => orders.advance(id, "shipped", nothing),
  deliver: (id: string) => orders.advance(id, "delivered", nothing),
  cancel: (id: string) => orders.cancel(id, nothing),
  capture: (id: string) => orders.bookPayment(id, "captured"),
  "refuse-capture": (id: string) => orders.bookPayment(id, "failed"),
} satisfies Partial<Record<OrderEvent, Ask>>;
const asked = ["pack", "ship", "deliver", "cancel", "capture", "refuse-capture"] as const;

async function stateIn(orderId: string): Promise<OrderState | undefined> {
  const [order, payment] = await Promise.all([orders.get(orderId), orders.payment(orderId)]);
  return order && payment && { order: order.status, money: moneyOf(payment) };
}

it("random events in random order leave an order where the table says", async () => {
  let count = 0;
  const kinds = fc.constantFrom("cash", "prepaid");
  const events = fc.array(fc.constantFrom(...asked), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(kinds, events, async (payment, walk) => {
      count += 1;
      const orderId = `ord_walk${count}`;
      const items = [{ productId: rice.productId, quantity: 1 }];
      const paid = payment === "prepaid" ? ({ payment, paymentId: `pay_${count}` } as const) : {};
      await orders.place(newOrder({ orderId, items, ...paid }), nothing);
      let state: OrderState = { order: "placed", money: payment === "prepaid" ? "authorised" : "due" };
      for (const event of walk) {
        const to = transitionOf(state, event)?.to;
        await asks[event](orderId).catch(() => false);
        // Repeating what happened is no refusal, and no change.
        if (to) state = to;
        expect(await stateIn(orderId), `${walk.join(", ")}: ${event}`).toEqual(state);
      }
    }),
    { numRuns: 60 },
  );
});

it("what a bank says of a refund leaves the money where the table says, in whatever order it comes", async () => {
  const news = ["pending", "processed", "failed"] as const;
  for (const first of news)
    for (const second of news) {
      const orderId = `ord_${first}${second}`;
      const items = [{ productId: rice.productId, quantity: 1 }];
      const order = newOrder({ orderId, items, payment: "prepaid", paymentId: `pay_${first}${second}` });
      await orders.place(order, nothing);
      await orders.bookPayment(orderId, "captured");
      await orders.cancel(orderId, nothing);
      for (const status of [first, second]) await refund(status)(orderId);
      const last = second === "pending" ? first : second;
      const money = { pending: "refund-pending", processed: "refunded", failed: "refund-failed" }[last];
      expect(await stateIn(orderId), orderId).toEqual({ order: "cancelled", money });
    }
});
