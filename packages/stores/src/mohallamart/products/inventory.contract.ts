import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { newOrder, oil, orderEvents, rice, type StoreBench, shop, stockEvents } from "../contract/bench.ts";
import { UnknownOrderError } from "../orders/errors.ts";

export function stockContract(bench: () => StoreBench): void {
  const items = [
    { productId: rice.productId, quantity: 3 },
    { productId: oil.productId, quantity: 1 },
  ];
  const place = () => bench().stores.orders.place(newOrder({ items }), orderEvents);
  const take = (orderId = "ord_1") => bench().stores.inventory.take(orderId, stockEvents);
  const outOfStock = async () =>
    (await bench().emitted()).filter(({ name }) => name === "product.outOfStock");

  it("taking stock ends the reservation and reports the product whose last unit went", async () => {
    await place();
    const oilTaken = { productId: oil.productId, shopId: shop.shopId, quantity: 1, stock: 0 };
    expect(await take()).toEqual({
      taken: [{ productId: rice.productId, shopId: shop.shopId, quantity: 3, stock: 7 }, oilTaken],
      depleted: [oilTaken],
    });
    expect(await bench().stores.products.get(rice.productId)).toMatchObject({ available: 7 });
    expect(await bench().stores.orders.progress("ord_1")).toMatchObject({
      stockTakenAt: expect.stringMatching(/Z$/),
    });
    expect(await outOfStock()).toMatchObject([
      { data: { productId: oil.productId, shopId: shop.shopId, lastStock: 0 } },
    ]);
  });

  it("an event without a business key gets an id of its own", async () => {
    await place();
    await take();
    expect(await outOfStock()).toEqual([expect.objectContaining({ id: expect.stringMatching(/^\w{26}$/) })]);
  });

  it("taking twice, or five times at once, takes once and tells the same", async () => {
    await place();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => take()));
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(await take()).toEqual(outcomes[0]);
    expect(await bench().stores.products.get(rice.productId)).toMatchObject({ available: 7 });
    expect(await outOfStock()).toHaveLength(1);
  });

  it("orders placed and taken at once leave exactly what was not ordered", async () => {
    const orders = Array.from({ length: 5 }, (_, n) => `ord_${n}`);
    const one = [{ productId: rice.productId, quantity: 2 }];
    await Promise.all(
      orders.map(async (orderId) => {
        await bench().stores.orders.place(newOrder({ orderId, items: one }), orderEvents);
        await take(orderId);
      }),
    );
    expect(await bench().stores.products.get(rice.productId)).toMatchObject({ available: 0 });
    expect(await outOfStock()).toHaveLength(1);
  });

  it("an unknown order is an error that says so", async () => {
    const error = await failureOf(take("ord_none"));
    expect(error).toBeInstanceOf(UnknownOrderError);
    expect(error.message).toContain("ord_none");
  });
}
