import { orderUpdated } from "@org/events/mohallamart";
import { expectNothingPersonal, failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import type { Delivery } from "../../deliveries/port.ts";
import { customer, newOrder, oil, orderEvents, rice, type StoreBench, shop } from "../contract/bench.ts";
import type { OrderStatus } from "../port.ts";
import { OrderStatusError, UnknownOrderError } from "./errors.ts";

export function orderContract(bench: () => StoreBench): void {
  const { orderId } = newOrder();
  const place = () => bench().stores.orders.place(newOrder(), orderEvents);
  const confirmation: Delivery = {
    key: "order-confirmation:ord_1:email",
    subject: orderId,
    workflow: "send-order-confirmation",
    recipient: "customer",
    channel: "email",
    status: "sent",
    messageId: "email_1",
  };
  const advance = (status: Exclude<OrderStatus, "placed" | "cancelled">, id = orderId) =>
    bench().stores.orders.advance(id, status, { emit: () => [orderUpdated.create({ orderId: id, status })] });

  it("an order's details hold all that a message about it needs", async () => {
    const { placedAt } = await place();
    expect(await bench().stores.orders.get(orderId)).toEqual({
      orderId,
      userId: "user_1",
      shopId: shop.shopId,
      total: 39.98,
      payment: "cash",
      paymentId: undefined,
      status: "placed",
      placedAt,
      lines: [
        { productId: rice.productId, name: "Rice", unit: "1 kg", quantity: 2, price: 19.99, amount: 39.98 },
      ],
      shop,
      customer: { name: customer.name, email: customer.email, phone: customer.phone },
    });
    expect(await bench().stores.orders.get("ord_none")).toBeUndefined();
  });

  it("a customer's orders are theirs alone, latest first, and come in pages", async () => {
    const { orders } = bench().stores;
    const { userId } = await place();
    await orders.place(newOrder({ orderId: "ord_2" }), orderEvents);
    await orders.place(newOrder({ orderId: "ord_3" }), orderEvents);
    const other = { userId: "user_other", name: "Ravi", email: "ravi@example.com" };
    await orders.place(newOrder({ orderId: "ord_4", customer: other }), orderEvents);
    const ids = async (options: object) =>
      (await orders.ofCustomer({ userId, ...options })).map((order) => order.orderId);
    expect(await ids({})).toEqual(["ord_3", "ord_2", orderId]);
    expect(await ids({ limit: 2 })).toEqual(["ord_3", "ord_2"]);
    expect(await ids({ before: "ord_2" })).toEqual([orderId]);
    // Another customer's order is no mark, and neither is none.
    expect(await ids({ before: "ord_4" })).toEqual([]);
    expect(await ids({ userId: "user_none" })).toEqual([]);
    expect(await orders.ofCustomer({ userId, limit: 1 })).toEqual([await orders.get("ord_3")]);
  });

  it("a shop's orders come with their lines, latest first, by status", async () => {
    const { orders, shops, products } = bench().stores;
    await shops.add({ ...shop, shopId: "shop_2" });
    await products.add({ ...oil, productId: "prod_other", shopId: "shop_2" });
    await place();
    const items = [
      { productId: oil.productId, quantity: 1 },
      { productId: rice.productId, quantity: 1 },
    ];
    await orders.place(newOrder({ orderId: "ord_2", items }), orderEvents);
    const other = [{ productId: "prod_other", quantity: 1 }];
    await orders.place(newOrder({ orderId: "ord_3", shopId: "shop_2", items: other }), orderEvents);
    await advance("packed");

    const { shopId } = shop;
    const found = await orders.list({ shopId, statuses: ["placed", "packed"] });
    expect(found).toEqual([await orders.get("ord_2"), await orders.get(orderId)]);
    expect(found[0]?.lines.map(({ name }) => name)).toEqual(["Oil", "Rice"]);
    expect(await orders.list({ shopId, statuses: ["placed", "packed"], limit: 1 })).toHaveLength(1);
    expect(await orders.list({ shopId, statuses: ["packed"] })).toMatchObject([{ orderId }]);
    expect(await orders.list({ shopId, statuses: [] })).toEqual([]);
  });

  it("progress starts pending and follows the deliveries, without contact data", async () => {
    const { orders, deliveries } = bench().stores;
    await place();
    const pending = { status: "pending" };
    expect(await orders.progress(orderId)).toMatchObject({
      status: "placed",
      confirmation: { email: pending, sms: pending },
      stockTakenAt: undefined,
      shopkeeper: pending,
    });
    await deliveries.record(confirmation);
    await deliveries.record({
      ...confirmation,
      key: "order-confirmation:ord_1:sms",
      channel: "sms",
      status: "failed",
      messageId: undefined,
      reason: "Twilio answered 400 (21211).",
    });
    await deliveries.record({
      ...confirmation,
      key: "new-order:ord_1:sk_1",
      workflow: "notify-shopkeeper",
      recipient: "shopkeeper",
    });
    const progress = await orders.progress(orderId);
    expect(progress).toMatchObject({
      confirmation: {
        email: { status: "sent", at: expect.stringMatching(/Z$/) },
        sms: { status: "failed", reason: "Twilio answered 400 (21211)." },
      },
      shopkeeper: { status: "sent" },
      history: [{ status: "placed", at: expect.stringMatching(/Z$/) }],
    });
    expectNothingPersonal(progress);
    expect(await orders.progress("ord_none")).toBeUndefined();
  });

  it("a delivery that was sent stays sent, one that failed can still succeed", async () => {
    const { deliveries } = bench().stores;
    await deliveries.record({ ...confirmation, status: "failed", messageId: undefined, reason: "refused" });
    await deliveries.record(confirmation);
    await deliveries.record({
      ...confirmation,
      status: "unknown",
      messageId: undefined,
      reason: "timed out",
    });
    const { reason: _, ...sent } = { ...confirmation, reason: undefined };
    const recorded = { ...sent, recordedAt: expect.stringMatching(/Z$/) };
    expect(await deliveries.list({ subject: orderId })).toEqual([recorded]);
    expect(await deliveries.get(confirmation.key)).toEqual(recorded);
    expect(await deliveries.get("no such key")).toBeUndefined();
  });

  it("the latest deliveries are listed, the oldest of them first", async () => {
    const { deliveries } = bench().stores;
    for (const key of ["first", "second", "third"]) await deliveries.record({ ...confirmation, key });
    const listed = await deliveries.list({ subject: orderId, limit: 2 });
    expect(listed.map(({ key }) => key)).toEqual(["second", "third"]);
  });

  it("two moves of one order within a minute are two events, a repeated move is none", async () => {
    await place();
    expect(await advance("packed")).toBe(true);
    expect(await advance("shipped")).toBe(true);
    expect(await advance("shipped")).toBe(false);
    expect(await advance("packed")).toBe(false);
    expect(await bench().stores.orders.get(orderId)).toMatchObject({ status: "shipped" });
    expect((await bench().emitted()).map(({ id }) => id)).toEqual([
      "order.created:ord_1",
      "user.created:user_1",
      "order.updated:ord_1:packed",
      "order.updated:ord_1:shipped",
    ]);
  });

  it("a move keeps its tracking number, also one that comes later, and the first one stays", async () => {
    await place();
    const { orders } = bench().stores;
    await orders.advance(orderId, "packed", { emit: [] });
    await orders.advance(orderId, "shipped", { emit: [] });
    for (const trackingNumber of ["DLV-1", "DLV-2"]) {
      expect(await orders.advance(orderId, "shipped", { emit: [], trackingNumber })).toBe(false);
    }
    await orders.advance(orderId, "delivered", { emit: [], trackingNumber: "DLV-1" });
    const at = expect.stringMatching(/Z$/);
    expect((await orders.progress(orderId))?.history).toEqual([
      { status: "placed", at },
      { status: "packed", at },
      { status: "shipped", at, trackingNumber: "DLV-1" },
      { status: "delivered", at, trackingNumber: "DLV-1" },
    ]);
  });

  it("an order does not move backwards, and an unknown one not at all", async () => {
    await place();
    await advance("delivered");
    expect(await failureOf(advance("packed"))).toBeInstanceOf(OrderStatusError);
    expect(await failureOf(advance("packed", "ord_none"))).toBeInstanceOf(UnknownOrderError);
  });
}
