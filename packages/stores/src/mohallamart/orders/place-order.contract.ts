import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { customer, newOrder, oil, orderEvents, rice, type StoreBench, shop } from "../contract/bench.ts";
import type { NewOrder } from "../port.ts";
import {
  InvalidOrderError,
  OrderConflictError,
  OrderNumberTakenError,
  OrderRefusedError,
  OutOfStockError,
  UnknownProductError,
} from "./errors.ts";

export function placeOrderContract(bench: () => StoreBench): void {
  const place = (changes?: Partial<NewOrder>) => bench().stores.orders.place(newOrder(changes), orderEvents);
  const available = async (productId: string) => (await bench().stores.products.get(productId))?.available;

  it("the total comes from the products' prices, the stock is reserved, the events are written", async () => {
    const items = [
      { productId: rice.productId, quantity: 3 },
      { productId: oil.productId, quantity: 1 },
    ];
    const placed = await place({ items });
    expect(placed).toMatchObject({
      orderId: "ord_1",
      userId: "user_1",
      items,
      total: 201.97,
      status: "placed",
    });
    expect(placed.newCustomer).toBe(true);
    expect([await available(rice.productId), await available(oil.productId)]).toEqual([7, 0]);
    expect(await bench().emitted()).toMatchObject([
      { id: "order.created:ord_1", data: { orderId: "ord_1", total: 201.97, items } },
      { id: "user.created:user_1", data: { userId: "user_1" } },
    ]);
    expect(await bench().stores.users.get("user_1")).toMatchObject({
      email: customer.email,
      phone: customer.phone,
    });
  });

  it("is found by the number that people say for it, which no other order gets", async () => {
    const { orders } = bench().stores;
    const orderId = "ord_01M80H8F44JAVZ989205W5RVDC";
    const sameEnd = "ord_01M80H8F440000000005W5RVDC";
    await place({ orderId });
    await place();
    for (const typed of ["05W5-RVDC", "o5w5 rvdc"]) expect(await orders.findByNumber(typed)).toBe(orderId);
    for (const typed of ["05W5-RVDD", "RVDC", "ord_1", "' or true --"]) {
      expect(await orders.findByNumber(typed)).toBeUndefined();
    }
    const emitted = await bench().emitted();
    const error = await failureOf(place({ orderId: sameEnd }));
    expect(OrderNumberTakenError.isInstance(error)).toBe(true);
    expect(error).toHaveProperty("message", expect.stringContaining("05W5-RVDC"));
    expect(await orders.get(sameEnd)).toBeUndefined();
    expect(await bench().emitted()).toEqual(emitted);
    expect(await available(rice.productId)).toBe(6);
  });

  it("remembers the language in which it was placed, until its customer chooses another", async () => {
    const { orders, preferences } = bench().stores;
    expect(await place({ language: "kn-IN" })).toMatchObject({ language: "kn-IN" });
    await place({ orderId: "ord_2" });
    expect((await orders.get("ord_2"))?.language).toBeUndefined();
    const { userId } = customer;
    const channels = { email: true, sms: true, push: true };
    await preferences.initialize({ userId, language: "en-IN", channels });
    expect(await orders.first(userId)).toMatchObject({ language: "kn-IN" });
    await preferences.update(userId, { language: "hi-IN" });
    expect(await orders.get("ord_1")).toMatchObject({ language: "hi-IN" });
    expect(await orders.get("ord_2")).toMatchObject({ language: "hi-IN" });
  });

  it("takes the language of whoever chooses one before they have preferences", async () => {
    const { orders, preferences } = bench().stores;
    await place({ language: "kn-IN" });
    const channels = { email: true, sms: true, push: true };
    const chosen = { userId: customer.userId, language: "hi-IN", channels };
    await preferences.initialize(chosen, undefined, "account-page");
    expect(await orders.get("ord_1")).toMatchObject({ language: "hi-IN" });
  });

  it("a customer who is known by email or by id orders on the same account", async () => {
    await place();
    const byEmail = { ...customer, userId: "user_2", email: customer.email.toUpperCase() };
    const again = await place({ orderId: "ord_2", customer: byEmail });
    expect(again).toMatchObject({ userId: "user_1", newCustomer: false });
    const byId = { ...customer, email: "other@example.com" };
    expect(await place({ orderId: "ord_3", customer: byId })).toMatchObject({ userId: "user_1" });
    expect((await bench().emitted()).map(({ name }) => name)).toEqual([
      "order.created",
      "user.created",
      "order.created",
      "order.created",
    ]);
  });

  it.each<[string, Partial<NewOrder>, abstract new (...values: never[]) => OrderRefusedError]>([
    ["no items", { items: [] }, InvalidOrderError],
    [
      "201 items",
      { items: Array.from({ length: 201 }, (_, n) => ({ productId: `prod_${n}`, quantity: 1 })) },
      InvalidOrderError,
    ],
    ["quantity 0", { items: [{ productId: rice.productId, quantity: 0 }] }, InvalidOrderError],
    ["quantity -1", { items: [{ productId: rice.productId, quantity: -1 }] }, InvalidOrderError],
    ["quantity 1.5", { items: [{ productId: rice.productId, quantity: 1.5 }] }, InvalidOrderError],
    [
      "one product twice",
      { items: [1, 2].map((quantity) => ({ productId: rice.productId, quantity })) },
      InvalidOrderError,
    ],
    ["prepaid without a payment", { payment: "prepaid" }, InvalidOrderError],
    ["cash with a payment", { paymentId: "pay_1" }, InvalidOrderError],
    ["an unknown product", { items: [{ productId: "prod_none", quantity: 1 }] }, UnknownProductError],
    ["an unknown shop", { shopId: "shop_none" }, UnknownProductError],
    ["over stock", { items: [{ productId: rice.productId, quantity: 11 }] }, OutOfStockError],
    ["far over stock", { items: [{ productId: rice.productId, quantity: 2 ** 40 }] }, OutOfStockError],
  ])("%s is refused, and nothing is written or emitted", async (_case, changes, refusal) => {
    const error = await failureOf(place(changes));
    expect(error).toBeInstanceOf(refusal);
    expect(error).toBeInstanceOf(OrderRefusedError);
    expect(error.kind).toBe("final");
    await expectNothingWritten();
  });

  async function expectNothingWritten(): Promise<void> {
    expect(await bench().stores.orders.get("ord_1")).toBeUndefined();
    expect(await bench().stores.users.get("user_1")).toBeUndefined();
    expect(await available(rice.productId)).toBe(10);
    expect(await bench().emitted()).toEqual([]);
  }

  it("another shop's or a closed shop's product is refused", async () => {
    const { shops, products } = bench().stores;
    await shops.add({ ...shop, shopId: "shop_2", listed: false });
    await products.add({ ...rice, productId: "prod_2", shopId: "shop_2" });
    const items = [{ productId: "prod_2", quantity: 1 }];
    expect(await failureOf(place({ items }))).toMatchObject({ productIds: ["prod_2"] });
    expect(await failureOf(place({ items, shopId: "shop_2" }))).toBeInstanceOf(UnknownProductError);
  });

  it("a shortage names every product that is short, and what is left", async () => {
    const items = [
      { productId: rice.productId, quantity: 11 },
      { productId: oil.productId, quantity: 5 },
    ];
    expect(await failureOf(place({ items }))).toMatchObject({
      message: "11 of Rice ordered, 10 left; 5 of Oil ordered, 1 left. Change the quantity and order again.",
      shortages: [
        { productId: rice.productId, requested: 11, available: 10 },
        { productId: oil.productId, requested: 5, available: 1 },
      ],
    });
  });

  it("when the events cannot be made, nothing is written", async () => {
    const emit = () => {
      throw new Error("no event");
    };
    await expect(bench().stores.orders.place(newOrder(), { emit })).rejects.toThrow("no event");
    await expectNothingWritten();
  });

  it("the same order twice is the first order, and is emitted once", async () => {
    const first = await place();
    expect(await place()).toEqual({ ...first, newCustomer: false });
    expect(await bench().emitted()).toHaveLength(2);
    expect(await available(rice.productId)).toBe(8);
  });

  it("the same order eight times at once is one order", async () => {
    const items = [{ productId: oil.productId, quantity: 1 }];
    const placed = await Promise.all(Array.from({ length: 8 }, () => place({ items })));
    expect(new Set(placed.map(({ placedAt }) => placedAt)).size).toBe(1);
    expect(placed.filter(({ newCustomer }) => newCustomer)).toHaveLength(1);
    expect(await bench().emitted()).toHaveLength(2);
    expect(await available(oil.productId)).toBe(0);
  });

  it("an id that was used for another order is refused", async () => {
    await place();
    const error = await failureOf(place({ items: [{ productId: rice.productId, quantity: 3 }] }));
    expect(error).toBeInstanceOf(OrderConflictError);
    expect(await available(rice.productId)).toBe(8);
  });

  it("of two orders at once for the last unit one is placed and one is refused", async () => {
    const items = [{ productId: oil.productId, quantity: 1 }];
    const results = await Promise.allSettled([place({ items }), place({ orderId: "ord_2", items })]);
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => reason)).toEqual([expect.any(OutOfStockError)]);
    expect(await available(oil.productId)).toBe(0);
    expect((await bench().emitted()).filter(({ name }) => name === "order.created")).toHaveLength(1);
  });

  it("orders that name the same products in opposite order do not block each other", async () => {
    const { products } = bench().stores;
    const ids = ["prod_a", "prod_b", "prod_c"];
    await Promise.all(ids.map((productId) => products.add({ ...rice, productId, stock: 50 })));
    const orders = Array.from({ length: 50 }, (_, n) => {
      const items = ids.map((productId) => ({ productId, quantity: 1 }));
      const contact = { ...customer, userId: `user_${n % 5}`, email: `user${n % 5}@example.com` };
      return place({ orderId: `ord_${n}`, customer: contact, items: n % 2 ? items : items.reverse() });
    });
    await Promise.all(orders);
    expect(await Promise.all(ids.map(available))).toEqual([0, 0, 0]);
  });
}
