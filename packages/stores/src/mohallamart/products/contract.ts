import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, newOrder, oil, rice, type StoreBench, shop } from "../contract/bench.ts";
import { UnknownUserError } from "../users/errors.ts";
import { ProductNotFoundError, StockError } from "./errors.ts";

export function productContract(bench: () => StoreBench): void {
  it("a change tells what was and what is, is emitted, and logs the stock", async () => {
    const { products, inventory } = bench().stores;
    const change = await products.update(
      rice.productId,
      { price: 18.5, stock: 12 },
      marked("product.updated"),
    );
    expect(change.before).toMatchObject({ price: 19.99, available: 10 });
    expect(change.after).toMatchObject({ price: 18.5, available: 12, name: "Rice" });
    expect(await products.get(rice.productId)).toEqual(change.after);
    expect(await emittedNames(bench())).toEqual(["product.updated"]);
    expect(await inventory.history({ productId: rice.productId })).toMatchObject([
      { reason: "count", change: 2, stock: 12, orderId: undefined },
    ]);
  });

  it("a change that changes nothing emits nothing", async () => {
    const { products } = bench().stores;
    const { before, after } = await products.update(
      rice.productId,
      { price: 19.99, name: undefined },
      marked("product.updated"),
    );
    expect(after).toEqual(before);
    expect(await emittedNames(bench())).toEqual([]);
  });

  it("less than orders have reserved cannot be on hand", async () => {
    const { products, orders } = bench().stores;
    await orders.place(newOrder(), { emit: [] });
    const change = products.update(rice.productId, { stock: 1 }, marked("product.updated"));
    expect(await failureOf(change)).toBeInstanceOf(StockError);
    const { after } = await products.update(rice.productId, { stock: 2 }, marked("product.updated"));
    expect(after.available).toBe(0);
  });

  it("what can be ordered is set beside what orders have reserved", async () => {
    const { products, orders, inventory } = bench().stores;
    await orders.place(newOrder(), { emit: [] });
    const { before, after } = await products.update(
      rice.productId,
      { available: 3 },
      marked("product.updated"),
    );
    expect([before.available, after.available]).toEqual([8, 3]);
    expect(await inventory.history({ productId: rice.productId })).toMatchObject([{ change: -5, stock: 5 }]);
  });

  it("a picture is given, exchanged and taken away, each time by a change that says so", async () => {
    const { products } = bench().stores;
    expect((await products.get(rice.productId))?.picture).toBeUndefined();
    const changeTo = (picture: string | null) =>
      products.update(rice.productId, { picture }, marked("product.updated"));
    const { before, after } = await changeTo("aa-1");
    expect([before.picture, after.picture]).toEqual([undefined, "aa-1"]);
    await changeTo("aa-1");
    expect(await emittedNames(bench())).toEqual(["product.updated"]);
    await changeTo("bb-2");
    expect((await products.list({ shopId: shop.shopId })).map(({ picture }) => picture)).toContain("bb-2");
    await products.update(rice.productId, { price: 20 }, marked("product.updated"));
    expect((await products.get(rice.productId))?.picture).toBe("bb-2");
    await changeTo(null);
    expect((await products.get(rice.productId))?.picture).toBeUndefined();
  });

  it("tells which pictures are in use, of products that nobody is shown too", async () => {
    const { products, shops } = bench().stores;
    await products.update(rice.productId, { picture: "aa-1" }, marked("product.updated"));
    await shops.add({ ...shop, shopId: "shop_2", listed: false });
    await products.add({ ...rice, productId: "prod_hidden", shopId: "shop_2", picture: "bb-2" });
    const asked = ["aa-1", "bb-2", "cc-3"];
    expect((await products.picturesInUse(asked)).toSorted()).toEqual(["aa-1", "bb-2"]);
    await products.update(rice.productId, { picture: "cc-3" }, marked("product.updated"));
    expect((await products.picturesInUse(asked)).toSorted()).toEqual(["bb-2", "cc-3"]);
    expect(await products.picturesInUse([])).toEqual([]);
  });

  it("an unknown product cannot be changed", async () => {
    const change = bench().stores.products.update("prod_none", { price: 1 }, marked("product.updated"));
    expect(await failureOf(change)).toBeInstanceOf(ProductNotFoundError);
  });

  it("two changes at once are both made, one after the other", async () => {
    const { products } = bench().stores;
    await Promise.all([
      products.update(rice.productId, { price: 1 }, marked("a")),
      products.update(rice.productId, { name: "Red rice" }, marked("b")),
    ]);
    expect(await products.get(rice.productId)).toMatchObject({ price: 1, name: "Red rice" });
  });

  it("a scan passes every listed product once, in pages that can be resumed", async () => {
    const { products, shops } = bench().stores;
    await shops.add({ ...shop, shopId: "shop_2", listed: false });
    await products.add({ ...rice, productId: "prod_hidden", shopId: "shop_2" });
    for (const n of [1, 2, 3]) await products.add({ ...rice, productId: `prod_${n}` });
    const seen: string[] = [];
    for (let more = true; more; ) {
      const page = await products.scan({ after: seen.at(-1), limit: 2 });
      seen.push(...page.map(({ productId }) => productId));
      more = page.length > 0;
    }
    expect(seen.toSorted()).toEqual(["prod_1", "prod_2", "prod_3", oil.productId, rice.productId].toSorted());
    expect(new Set(seen).size).toBe(5);
    await shops.setListed("shop_2", true);
    const ofShop = await products.scan({ shopId: "shop_2", limit: 9 });
    expect(ofShop.map(({ productId }) => productId)).toEqual(["prod_hidden"]);
  });

  it("watchers are listed once each, in pages", async () => {
    const { users, watchers } = bench().stores;
    for (const n of [1, 2, 3]) await users.add({ userId: `user_${n}`, name: "A", email: `${n}@example.com` });
    const watcher = (n: number) => ({ userId: `user_${n}`, productId: rice.productId });
    expect([await watchers.watch(watcher(3)), await watchers.watch(watcher(3))]).toEqual([true, false]);
    await watchers.watch(watcher(1));
    expect([await watchers.watches(watcher(1)), await watchers.watches(watcher(2))]).toEqual([true, false]);
    await watchers.watch(watcher(2));
    expect(await watchers.watchedBy("user_1")).toEqual([{ productId: rice.productId, name: rice.name }]);
    expect(await watchers.watchedBy("user_9")).toEqual([]);
    expect(await watchers.list({ productId: rice.productId, limit: 2 })).toEqual(["user_1", "user_2"]);
    expect(await watchers.list({ productId: rice.productId, after: "user_2" })).toEqual(["user_3"]);
    expect([await watchers.unwatch(watcher(1)), await watchers.unwatch(watcher(1))]).toEqual([true, false]);
    expect(await watchers.list({ productId: rice.productId })).toEqual(["user_2", "user_3"]);
    expect(await failureOf(watchers.watch(watcher(9)))).toBeInstanceOf(UnknownUserError);
    const nothing = { userId: "user_1", productId: "prod_none" };
    expect(await failureOf(watchers.watch(nothing))).toBeInstanceOf(ProductNotFoundError);
  });
}
