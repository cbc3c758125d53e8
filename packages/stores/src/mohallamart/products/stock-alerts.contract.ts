import { expect, it } from "vitest";
import { newOrder, oil, rice, type StoreBench, shop } from "../contract/bench.ts";

export function stockAlertContract(bench: () => StoreBench): void {
  const { productId } = oil;
  const stock = (pieces: number) =>
    bench().stores.products.update(productId, { stock: pieces }, { emit: [] });
  const raise = (alertId: string) => bench().stores.inventory.raiseAlert({ alertId, productId });
  const close = (closedBy: string) => bench().stores.inventory.closeAlert({ productId, closedBy });
  const open = async () =>
    (await bench().stores.inventory.openAlerts({ shopId: shop.shopId })).map(({ alertId }) => alertId);

  it("an alert is open from when a product sold out until it can be ordered again", async () => {
    await stock(0);
    expect(await raise("out-1")).toBe(true);
    expect(await open()).toEqual(["out-1"]);
    await stock(3);
    expect(await close("back-1")).toEqual({
      alertId: "out-1",
      productId,
      raisedAt: expect.stringMatching(/Z$/),
      closedAt: expect.stringMatching(/Z$/),
    });
    expect(await open()).toEqual([]);
  });

  it("raising and closing again for the same event changes nothing and tells the same", async () => {
    await stock(0);
    expect([await raise("out-1"), await raise("out-1")]).toEqual([true, true]);
    await stock(3);
    expect(await close("back-1")).toEqual(await close("back-1"));
    await stock(0);
    expect(await raise("out-1")).toBe(true);
    expect(await open()).toEqual([]);
    await raise("out-2");
    expect(await close("back-1")).toMatchObject({ alertId: "out-1" });
    expect(await open()).toEqual(["out-2"]);
  });

  it("a product that can be ordered has no alert, and one that cannot keeps its own", async () => {
    expect(await raise("too-late")).toBe(false);
    await bench().stores.orders.place(newOrder({ items: [{ productId, quantity: 1 }] }), { emit: [] });
    expect([await raise("out-1"), await raise("out-2")]).toEqual([true, true]);
    expect(await close("too-early")).toBeUndefined();
    expect(await open()).toEqual(["out-1"]);
  });

  it("nothing is raised or closed for a product that does not exist", async () => {
    const { inventory } = bench().stores;
    expect(await inventory.raiseAlert({ alertId: "out-1", productId: "prod_none" })).toBe(false);
    expect(await inventory.closeAlert({ productId: "prod_none", closedBy: "back-1" })).toBeUndefined();
    expect(await inventory.closeAlert({ productId: rice.productId, closedBy: "back-1" })).toBeUndefined();
  });

  it("a shop sees the alerts of its own products only", async () => {
    const { shops, products, inventory } = bench().stores;
    await shops.add({ ...shop, shopId: "shop_2" });
    await products.add({ ...oil, productId: "prod_other", shopId: "shop_2", stock: 0 });
    await inventory.raiseAlert({ alertId: "other", productId: "prod_other" });
    expect(await open()).toEqual([]);
  });
}
