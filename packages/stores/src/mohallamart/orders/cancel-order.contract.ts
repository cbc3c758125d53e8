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

  const prepaid = { payment: "prepaid", paymentId: "pay_1" } as const;
  const refund = (status: "pending" | "processed" | "failed") =>
    bench().stores.money.bookRefund(
      { refundId: "rfnd_1", orderId: "ord_1", amount: 201.97, status },
      { emit: [] },
    );

  it("a prepaid order's money is captured and refunded once each", async () => {
    const { orders } = bench().stores;
    await place(prepaid);
    const payment = { orderId: "ord_1", paymentId: "pay_1", amount: 201.97 };
    expect(await orders.payment("ord_1")).toEqual({ ...payment, status: "authorised" });
    expect(await orders.bookPayment("ord_1", "captured")).toBe(true);
    expect(await orders.bookPayment("ord_1", "captured")).toBe(false);
    expect(await failureOf(orders.bookPayment("ord_1", "failed"))).toBeInstanceOf(PaymentStatusError);
    await cancel();
    expect([await refund("pending"), await refund("pending")]).toEqual([true, false]);
    expect(await orders.payment("ord_1")).toEqual({ ...payment, status: "captured", refund: "pending" });
    expect(await orders.bookPayment("ord_1", "captured")).toBe(false);
    expect([await refund("processed"), await refund("processed")]).toEqual([true, false]);
    expect(await orders.bookPayment("ord_1", "captured")).toBe(false);
    expect(await orders.payment("ord_1")).toEqual({ ...payment, status: "refunded" });
  });

  it("a payment that is refused cancels its order with it, once", async () => {
    const { orders } = bench().stores;
    await place(prepaid);
    const refuse = () => orders.bookPayment("ord_1", "failed", marked("order.cancelled"));
    expect([await refuse(), await refuse()]).toEqual([true, false]);
    expect(await orders.progress("ord_1")).toMatchObject({
      status: "cancelled",
      history: [{ status: "placed" }, { status: "cancelled" }],
    });
    expect(await emittedNames(bench())).toEqual(["order.cancelled"]);
  });

  it("money that came after it had failed can be booked, and refunded", async () => {
    const { orders } = bench().stores;
    await place(prepaid);
    for (const status of ["failed", "captured"] as const) {
      expect(await orders.bookPayment("ord_1", status)).toBe(true);
    }
    expect(await refund("processed")).toBe(true);
    expect(await orders.payment("ord_1")).toMatchObject({ status: "refunded" });
    expect(await failureOf(orders.bookPayment("ord_1", "failed"))).toBeInstanceOf(PaymentStatusError);
  });

  it("a prepaid order is not moved on, and not the shop's, before it is captured", async () => {
    const { orders } = bench().stores;
    await place(prepaid);
    const listed = () => orders.list({ shopId: shop.shopId, statuses: ["placed", "packed", "cancelled"] });
    for (const status of ["packed", "shipped", "delivered"] as const) {
      const error = await failureOf(orders.advance("ord_1", status, marked(status)));
      expect(error).toBeInstanceOf(OrderStatusError);
      expect(error.message).toContain("before its payment has arrived");
    }
    expect(await listed()).toEqual([]);
    await orders.bookPayment("ord_1", "captured");
    expect(await listed()).toMatchObject([{ orderId: "ord_1" }]);
    expect(await orders.advance("ord_1", "packed", marked("packed"))).toBe(true);
    await cancel();
    expect(await listed()).toMatchObject([{ orderId: "ord_1", status: "cancelled" }]);
    expect(await emittedNames(bench())).toEqual(["packed", "order.cancelled"]);
  });

  it("one that was cancelled unpaid is never the shop's", async () => {
    const { orders } = bench().stores;
    await place(prepaid);
    await cancel();
    await place({
      ...prepaid,
      orderId: "ord_2",
      paymentId: "pay_2",
      items: [{ productId: rice.productId, quantity: 1 }],
    });
    await orders.bookPayment("ord_2", "failed");
    expect(await orders.list({ shopId: shop.shopId, statuses: ["placed", "cancelled"] })).toEqual([]);
  });

  it("a cash order has no money to capture", async () => {
    const { orders } = bench().stores;
    await place();
    expect(await orders.payment("ord_1")).toMatchObject({ status: "due", paymentId: undefined });
    expect(await failureOf(orders.bookPayment("ord_1", "captured"))).toBeInstanceOf(PaymentStatusError);
    expect(await failureOf(refund("processed"))).toBeInstanceOf(PaymentStatusError);
    expect(await orders.payment("ord_none")).toBeUndefined();
  });
}
