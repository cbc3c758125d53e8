import { expect, it } from "vitest";
import { playInTest } from "../testing/play-in-test.ts";

it("keeps one-message for a customer who closes their account and orders again, which welcomes them anew", async () => {
  const { breaches, days } = await playInTest({
    seed: 2,
    days: 2,
    happenings: [
      { kind: "apply-to-sell", shopkeeperId: "sk_city00", shopName: "City Shop 0", at: 360 },
      { kind: "approve-shop", shopkeeperId: "sk_city00", at: 380 },
      {
        ...{ kind: "save-product", shop: "sk_city00", productId: "prod_s0p0" },
        ...{ name: "Product 0 0", price: 90, available: 20, at: 420 },
      },
      {
        ...{ kind: "order", orderId: "ord_c1", customer: 22, shop: "sk_city00" },
        ...{ items: [["prod_s0p0", 2]], payment: "pays", at: 600 },
      },
      { kind: "close-account", customer: 22, at: 1900 },
      {
        ...{ kind: "order", orderId: "ord_c2", customer: 22, shop: "sk_city00" },
        ...{ items: [["prod_s0p0", 1]], payment: "leaves", at: 2200 },
      },
    ],
  });
  expect(breaches).toEqual([]);
  expect(days.map(({ outcomes }) => outcomes["order ok"] ?? outcomes["order paid-and-left"])).toEqual([1, 1]);
});
