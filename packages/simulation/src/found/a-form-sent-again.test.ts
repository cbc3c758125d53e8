import { expect, it } from "vitest";
import { playInTest } from "../testing/play-in-test.ts";

const shop = "sk_city05";
const order = { kind: "order", customer: 185, shop, items: [["prod_s5p5", 5]] } as const;

it("keeps acts when the form of an order is sent again after its payment, and before the news of it", async () => {
  const { breaches, days } = await playInTest({
    seed: 5,
    days: 1,
    happenings: [
      { kind: "apply-to-sell", shopkeeperId: shop, shopName: "City Shop 5", at: 365 },
      { kind: "approve-shop", shopkeeperId: shop, at: 385 },
      {
        kind: "save-product",
        shop,
        productId: "prod_s5p5",
        name: "Product 5 5",
        price: 10,
        available: 55,
        at: 442,
      },
      { ...order, orderId: "ord_c000028", payment: "pays", at: 653 },
      { ...order, orderId: "ord_c000028", payment: "pays", at: 653 },
      { ...order, orderId: "ord_c000029", payment: "leaves", at: 700 },
      { ...order, orderId: "ord_c000029", payment: "leaves", at: 700 },
    ],
  });
  expect(breaches).toEqual([]);
  expect(days[0]?.outcomes).toMatchObject({ "order ok": 2, "order paid-and-left": 2 });
});
