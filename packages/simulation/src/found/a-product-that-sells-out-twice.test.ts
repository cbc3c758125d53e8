import { expect, it } from "vitest";
import { playInTest } from "../testing/play-in-test.ts";

const shop = "sk_city00";
const product = { kind: "save-product", shop, productId: "prod_s0p0" } as const;

it("keeps one-message when a product sells out a second time: its shop is told of each, in the same words", async () => {
  const { breaches, days } = await playInTest({
    seed: 11,
    days: 1,
    happenings: [
      { kind: "apply-to-sell", shopkeeperId: shop, shopName: "City Shop 0", at: 360 },
      { kind: "approve-shop", shopkeeperId: shop, at: 380 },
      { ...product, name: "Product 0 0", price: 205, available: 18, at: 440 },
      { ...product, available: 0, at: 600 },
      { ...product, available: 63, at: 800 },
      { ...product, available: 0, at: 1000 },
    ],
  });
  expect(breaches).toEqual([]);
  expect(days[0]?.outcomes).toMatchObject({ "save-product ok": 4 });
});
