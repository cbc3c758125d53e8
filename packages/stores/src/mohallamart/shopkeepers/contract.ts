import { failureOf } from "@org/integrations/contracts";
import { expect, it } from "vitest";
import { emittedNames, marked, type StoreBench, shop } from "../contract/bench.ts";
import type { ShopkeeperApplication } from "../port.ts";
import { ShopExistsError, UnknownShopError, UnknownShopkeeperError } from "./errors.ts";

export function shopkeeperContract(bench: () => StoreBench): void {
  const shopkeeper = {
    shopkeeperId: "sk_9",
    shopId: "shop_9",
    name: "Hari Prasad",
    email: "hari@example.com",
    phone: "+919845000002",
  };
  const { listed: _, ...newShop } = { ...shop, shopId: "shop_9" };
  const apply = () =>
    bench().stores.shopkeepers.apply(
      { applicantId: "user_9", shopkeeper, shop: newShop },
      marked("shopkeeper.applied"),
    );
  const approved = {
    emit: ({ shopId }: ShopkeeperApplication) => [{ name: "shopkeeper.approved", v: "1", data: { shopId } }],
  };

  it("an application opens an unlisted shop; the same again is the first one", async () => {
    const first = await apply();
    expect(first).toMatchObject({ shopkeeperId: "sk_9", status: "applied", dashboardAccess: false });
    expect(await apply()).toEqual(first);
    const { shops, shopkeepers } = bench().stores;
    expect(await shopkeepers.application("sk_9")).toEqual(first);
    expect(await shopkeepers.get("sk_9")).toEqual(shopkeeper);
    expect(await shops.get("shop_9")).toMatchObject({ listed: false });
    expect(await emittedNames(bench())).toEqual(["shopkeeper.applied"]);
  });

  it("nobody applies for a shop that is there, and an application opens no second shop", async () => {
    const { shopkeepers, shops } = bench().stores;
    const apply = (shopkeeperId: string, shopId: string) =>
      shopkeepers.apply(
        {
          applicantId: "user_9",
          shopkeeper: { ...shopkeeper, shopkeeperId, shopId },
          shop: { ...newShop, shopId },
        },
        marked("shopkeeper.applied"),
      );
    expect(await failureOf(apply("sk_9", shop.shopId))).toBeInstanceOf(ShopExistsError);
    expect(await shopkeepers.list({ shopId: shop.shopId })).toEqual([]);
    const [first, second] = await Promise.all([apply("sk_9", "shop_8"), apply("sk_9", "shop_9")]);
    expect(first).toEqual(second);
    const opened = await Promise.all(["shop_8", "shop_9"].map(shops.get));
    expect(opened.filter(Boolean)).toMatchObject([{ shopId: first.shopId, listed: false }]);
    expect(await emittedNames(bench())).toEqual(["shopkeeper.applied"]);
  });

  it("everyone with an address is found by it, in any case", async () => {
    const { shopkeepers } = bench().stores;
    await apply();
    const second = { ...shopkeeper, shopkeeperId: "sk_8", shopId: shop.shopId, email: "Hari@Example.com" };
    await shopkeepers.add(second);
    expect(await shopkeepers.findByEmail("HARI@example.com")).toEqual([second, shopkeeper]);
    expect(await shopkeepers.findByEmail("nobody@example.com")).toEqual([]);
  });

  it("it is approved once, and then does not lapse", async () => {
    const { shopkeepers } = bench().stores;
    await apply();
    expect(await shopkeepers.approve("sk_9", "admin_1", approved)).toBe(true);
    expect(await shopkeepers.approve("sk_9", "admin_2", approved)).toBe(false);
    expect(await shopkeepers.lapse("sk_9", marked("shopkeeper.lapsed"))).toBe(false);
    expect(await shopkeepers.application("sk_9")).toMatchObject({
      status: "approved",
      approvedBy: "admin_1",
      decidedAt: expect.stringMatching(/Z$/),
    });
    expect(await emittedNames(bench())).toEqual(["shopkeeper.applied", "shopkeeper.approved"]);
  });

  it("what has lapsed is not approved", async () => {
    const { shopkeepers } = bench().stores;
    await apply();
    expect(await shopkeepers.lapse("sk_9")).toBe(true);
    expect(await shopkeepers.approve("sk_9", "admin_1", approved)).toBe(false);
    expect(await shopkeepers.application("sk_9")).toMatchObject({ status: "lapsed" });
    expect(await shopkeepers.applications({ status: "applied" })).toEqual([]);
    expect(await shopkeepers.applications({ status: "lapsed", limit: 1 })).toMatchObject([
      { shopkeeperId: "sk_9" },
    ]);
  });

  it("it is turned down once with its reason, and then neither approved nor lapsed", async () => {
    const { shopkeepers } = bench().stores;
    const because = { rejectedBy: "admin_1", reason: "We could not find the shop." };
    const rejected = marked("shopkeeper.rejected");
    await apply();
    expect(await shopkeepers.reject("sk_9", because, rejected)).toBe(true);
    expect(await shopkeepers.reject("sk_9", { ...because, reason: "Another." }, rejected)).toBe(false);
    expect(await shopkeepers.approve("sk_9", "admin_1", approved)).toBe(false);
    expect(await shopkeepers.lapse("sk_9")).toBe(false);
    expect(await shopkeepers.application("sk_9")).toMatchObject({
      status: "rejected",
      rejectedBy: "admin_1",
      rejection: "We could not find the shop.",
      decidedAt: expect.stringMatching(/Z$/),
    });
    expect(await shopkeepers.applications({ status: "rejected" })).toMatchObject([{ shopkeeperId: "sk_9" }]);
    expect(await emittedNames(bench())).toEqual(["shopkeeper.applied", "shopkeeper.rejected"]);
    expect(await failureOf(shopkeepers.reject("sk_none", because, rejected))).toBeInstanceOf(
      UnknownShopkeeperError,
    );
  });

  it("access and listing are given once", async () => {
    const { shopkeepers, shops } = bench().stores;
    await apply();
    expect(await shopkeepers.grantDashboardAccess("sk_9")).toBe(true);
    expect(await shopkeepers.grantDashboardAccess("sk_9")).toBe(false);
    const listed = marked("shop.listed");
    expect([
      await shops.setListed("shop_9", true, listed),
      await shops.setListed("shop_9", true, listed),
    ]).toEqual([true, false]);
    expect((await shops.list()).map(({ shopId }) => shopId)).toContain("shop_9");
    expect(await emittedNames(bench())).toEqual(["shopkeeper.applied", "shop.listed"]);
  });

  it("a shopkeeper or shop that does not exist is an error that says so", async () => {
    const { shopkeepers, shops } = bench().stores;
    expect(await failureOf(shopkeepers.approve("sk_none", "admin_1", approved))).toBeInstanceOf(
      UnknownShopkeeperError,
    );
    expect(await failureOf(shopkeepers.lapse("sk_none"))).toBeInstanceOf(UnknownShopkeeperError);
    expect(await failureOf(shopkeepers.grantDashboardAccess("sk_none"))).toBeInstanceOf(
      UnknownShopkeeperError,
    );
    expect(await failureOf(shops.setListed("shop_none", true))).toBeInstanceOf(UnknownShopError);
    expect(await shopkeepers.application("sk_none")).toBeUndefined();
  });
}
