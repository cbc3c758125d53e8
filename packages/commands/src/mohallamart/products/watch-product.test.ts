import { expect, it } from "vitest";
import { testStores } from "../../testing/test-stores.ts";
import { watchProduct } from "./watch-product.ts";

const { mohallaMart } = await testStores();
const { users, shops, products, watchers } = mohallaMart;
const watch = watchProduct(mohallaMart);
const watcher = { userId: "user_1", productId: "prod_1" };

const shop = { shopId: "shop_1", name: "Hari Fresh", area: "Indiranagar", description: "", listed: true };
await shops.add(shop);
await users.add({ userId: "user_1", name: "Asha", email: "asha@example.com" });
const product = { name: "Starfruit", category: "Fruit", unit: "500 g", description: "", price: 80, stock: 6 };
await products.add({ ...product, productId: "prod_1", shopId: "shop_1" });

it("begins and ends, however often it is asked for", async () => {
  for (const watching of [true, true, false, false]) {
    expect(await watch({ ...watcher, watch: watching })).toEqual({ ok: true, watching });
    expect(await watchers.watches(watcher)).toBe(watching);
  }
});

it.each(["prod_gone", "<script>"])("of the product %s is refused", async (productId) => {
  const outcome = await watch({ userId: "user_1", productId, watch: true });
  expect(outcome).toMatchObject({ ok: false, message: "There is no such product any more." });
});
