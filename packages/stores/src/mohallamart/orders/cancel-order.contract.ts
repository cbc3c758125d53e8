import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, newOrder, oil, rice, type StoreBench, shop } from "../contract/bench.ts";
import type { NewOrder } from "../port.ts";
import { OrderStatusError, PaymentStatusError, UnknownOrderError } from "./errors.ts";

export function cancelContract(bench: () => StoreBench): void {
  const items = [
    { productId: rice.productId, quantity: 3 },
    { productId: oil.productId, quantity: 1 },
  ];
  const place = (changes?: Partial<NewOrder>) =>
    bench().stores.orders.place(newOrder({ items, ...changes }), { emit: [] });
  const cancel = () => bench().stores.orders.cancel("ord_1", marked("order.cancelled"));
  const restore = () => bench().stores.inventory.restore("ord_1", marked("restored"));
  const take = () => bench().stores.inventory.take("ord_1", marked("taken"));
  const available = async () =>
    Promise.all(
      [rice, oil].map(async ({ productId }) => (await bench().stores.products.get(productId))?.available),
    );
  const restored = {
    restored: [
      { productId: rice.productId, shopId: shop.shopId, quantity: 3, available: 10 },
      { productId: oil.productId, shopId: shop.shopId, quantity: 1, available: 1 },
    ],
    backInStock: [{ productId: oil.productId, shopId: shop.shopId, quantity: 1, available: 1 }],
  };

  it("an order is cancelled once, and it shows in its history", async () => {
    await place();
    expect([await cancel(), await cancel()]).toEqual([true, false]);
    expect(await emittedNames(bench())).toEqual(["order.cancelled"]);
    expect(await bench().stores.orders.progress("ord_1")).toMatchObject({
      status: "cancelled",
      history: [{ status: "placed" }, { status: "cancelled" }],
    });
  });

  it("a shipped or unknown order cannot be cancelled, a cancelled one not fulfilled", async () => {
    await place();
    await bench().stores.orders.advance("ord_1", "shipped", { emit: [] });
    expect(await failureOf(cancel())).toBeInstanceOf(OrderStatusError);
    await place({ orderId: "ord_2", items: [{ productId: rice.productId, quantity: 1 }] });
    const { orders, inventory } = bench().stores;
    await orders.cancel("ord_2", { emit: [] });
    expect(await failureOf(inventory.take("ord_2", marked("taken")))).toBeInstanceOf(OrderStatusError);
    expect(await failureOf(orders.advance("ord_2", "packed", marked("packed")))).toBeInstanceOf(
      OrderStatusError,
    );
    expect(await failureOf(orders.cancel("ord_none", marked("x")))).toBeInstanceOf(UnknownOrderError);
    expect(await emittedNames(bench())).toEqual([]);
  });

  it("what was reserved comes back", async () => {
    await place();
    await cancel();
    expect(await available()).toEqual([7, 0]);
    expect(await restore()).toEqual(restored);
    expect(await available()).toEqual([10, 1]);
  });

  it("what was taken comes back, and the log adds up", async () => {
    await place();
    await take();
    await cancel();
    expect(await restore()).toEqual(restored);
    expect(await available()).toEqual([10, 1]);
    const history = await bench().stores.inventory.history({ productId: rice.productId });
    expect(history).toMatchObject([
      { reason: "cancellation", change: 3, stock: 10, orderId: "ord_1" },
      { reason: "order", change: -3, stock: 7, orderId: "ord_1" },
    ]);
    expect(await bench().stores.inventory.history({ productId: rice.productId, limit: 1 })).toHaveLength(1);
  });

  it("it comes back once, however often and at once it is asked for", async () => {
    await place();
    await cancel();
    const outcomes = await Promise.all(Array.from({ length: 5 }, restore));
    for (const outcome of outcomes) expect(outcome).toEqual(restored);
    expect(await restore()).toEqual(restored);
    expect(await available()).toEqual([10, 1]);
    expect(await emittedNames(bench())).toEqual(["order.cancelled", "restored"]);
  });

  it("taking and cancelling at once leave no unit lost or doubled", async () => {
    await place();
    await Promise.allSettled([take(), cancel().then(restore)]);
    expect(await available()).toEqual([10, 1]);
  });

  it("stock of an order that stands is not given back", async () => {
    await place();
    expect(await failureOf(restore())).toBeInstanceOf(OrderStatusError);
    expect(await available()).toEqual([7, 0]);
  });

  it("a prepaid order's money is captured and refunded once each", async () => {
    const { orders } = bench().stores;
    await place({ payment: "prepaid", paymentId: "pay_1" });
    const payment = { orderId: "ord_1", paymentId: "pay_1", amount: 201.97 };
    expect(await orders.payment("ord_1")).toEqual({ ...payment, status: "authorised" });
    expect(await failureOf(orders.bookPayment("ord_1", "refunded"))).toBeInstanceOf(PaymentStatusError);
    expect(await orders.bookPayment("ord_1", "captured")).toBe(true);
    expect(await orders.bookPayment("ord_1", "captured")).toBe(false);
    expect(await failureOf(orders.bookPayment("ord_1", "failed"))).toBeInstanceOf(PaymentStatusError);
    expect(await orders.bookPayment("ord_1", "refunded")).toBe(true);
    expect(await orders.bookPayment("ord_1", "captured")).toBe(false);
    expect(await orders.payment("ord_1")).toEqual({ ...payment, status: "refunded" });
  });

  it("money that came after it had failed can be booked, and refunded", async () => {
    const { orders } = bench().stores;
    await place({ payment: "prepaid", paymentId: "pay_1" });
    for (const status of ["failed", "captured", "refunded"] as const) {
      expect(await orders.bookPayment("ord_1", status)).toBe(true);
    }
    expect(await failureOf(orders.bookPayment("ord_1", "failed"))).toBeInstanceOf(PaymentStatusError);
  });

  it("a cash order has no money to capture", async () => {
    const { orders } = bench().stores;
    await place();
    expect(await orders.payment("ord_1")).toMatchObject({ status: "due", paymentId: undefined });
    expect(await failureOf(orders.bookPayment("ord_1", "captured"))).toBeInstanceOf(PaymentStatusError);
    expect(await orders.payment("ord_none")).toBeUndefined();
  });
}
