import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addressContract } from "./addresses/contract.ts";
import { analyticsContract } from "./analytics/contract.ts";
import { oil, rice, type StoreBench, shop } from "./contract/bench.ts";
import { moneyContract } from "./money/contract.ts";
import { notificationContract } from "./notifications/contract.ts";
import { cancelContract } from "./orders/cancel-order.contract.ts";
import { checkoutContract } from "./orders/checkouts.contract.ts";
import { orderContract } from "./orders/contract.ts";
import { placeOrderContract } from "./orders/place-order.contract.ts";
import { parcelContract } from "./parcels/contract.ts";
import { productContract } from "./products/contract.ts";
import { stockContract } from "./products/inventory.contract.ts";
import { stockAlertContract } from "./products/stock-alerts.contract.ts";
import { shopkeeperContract } from "./shopkeepers/contract.ts";
import { receivedApplicationContract } from "./shopkeepers/received-applications.contract.ts";
import { userContract } from "./users/contract.ts";
import { staffContract } from "./users/staff.contract.ts";

/** What every store of the marketplace does, whatever database is behind it. */
export function mohallaMartContract(
  database: string,
  start: () => Promise<StoreBench & { stop(): Promise<void> }>,
): void {
  describe(`MohallaMart in ${database}`, () => {
    let bench: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      bench = await start();
    });
    beforeEach(async () => {
      await bench.reset();
      await bench.stores.shops.add(shop);
      await bench.stores.products.add(rice);
      await bench.stores.products.add(oil);
    });
    afterAll(() => bench.stop());

    describe("catalogue", () => catalogueContract(() => bench));
    describe("orders.place", () => placeOrderContract(() => bench));
    describe("orders", () => orderContract(() => bench));
    describe("addresses", () => addressContract(() => bench));
    describe("checkouts", () => checkoutContract(() => bench));
    describe("parcels", () => parcelContract(() => bench));
    describe("inventory", () => stockContract(() => bench));
    describe("stock alerts", () => stockAlertContract(() => bench));
    describe("cancelled orders and money", () => cancelContract(() => bench));
    describe("refunds, disputes and comparisons", () => moneyContract(() => bench));
    describe("products", () => productContract(() => bench));
    describe("shopkeepers", () => shopkeeperContract(() => bench));
    describe("received applications", () => receivedApplicationContract(() => bench));
    describe("staff", () => staffContract(() => bench));
    describe("users", () => userContract(() => bench));
    describe("notifications", () => notificationContract(() => bench));
    describe("analytics", () => analyticsContract(() => bench));
  });
}

function catalogueContract(bench: () => StoreBench): void {
  it("products come by category and name, with what can be ordered", async () => {
    const { products } = bench().stores;
    await products.add({ ...rice, productId: "prod_apple", name: "Apple", category: "Fruit", stock: 0 });
    const listed = await products.list({ shopId: shop.shopId });
    expect(listed.map(({ name, available, price }) => [name, available, price])).toEqual([
      ["Apple", 0, 19.99],
      ["Oil", 1, 142],
      ["Rice", 10, 19.99],
    ]);
    expect(await products.get("prod_oil")).toEqual(listed[1]);
    expect(await products.get("prod_none")).toBeUndefined();
  });

  it("an unlisted shop and its products are not shown", async () => {
    const { shops, products } = bench().stores;
    await shops.add({ ...shop, shopId: "shop_2", listed: false });
    await products.add({ ...rice, productId: "prod_2", shopId: "shop_2" });
    expect((await shops.list()).map(({ shopId }) => shopId)).toEqual(["shop_1"]);
    expect((await products.list()).map(({ productId }) => productId)).toEqual(["prod_oil", "prod_rice"]);
    const all = await products.list({ shopId: "shop_2", unlisted: true });
    expect(all.map(({ productId }) => productId)).toEqual(["prod_2"]);
    expect(await shops.get("shop_2")).toMatchObject({ listed: false });
  });

  it("adding what exists changes and emits nothing", async () => {
    const { users, shops, shopkeepers, products } = bench().stores;
    const event = { emit: [{ name: "user.created", v: "1", data: {} }] };
    const user = { userId: "user_1", name: "Asha", email: "Asha@example.com" };
    const keeper = { shopkeeperId: "sk_1", shopId: shop.shopId, name: "Hari", email: "hari@example.com" };
    expect(await users.add(user, event)).toBe(true);
    expect(await users.add({ ...user, userId: "user_2" }, event)).toBe(false);
    expect(await shopkeepers.add(keeper)).toBe(true);
    expect(await shopkeepers.add({ ...keeper, name: "Someone else" }, event)).toBe(false);
    expect(await shops.add({ ...shop, name: "Other" }, event)).toBe(false);
    expect(await products.add({ ...rice, stock: 99 }, event)).toBe(false);
    expect(await users.get("user_1")).toMatchObject({ name: "Asha", email: "asha@example.com" });
    expect(await users.get("user_2")).toBeUndefined();
    expect(await shopkeepers.list({ shopId: shop.shopId })).toEqual([keeper]);
    expect(await products.get(rice.productId)).toMatchObject({ available: 10 });
    expect(await bench().emitted()).toHaveLength(1);
  });
}
