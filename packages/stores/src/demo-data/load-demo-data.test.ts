import { orderCreated, userCreated } from "@org/events/mohallamart";
import { expect, it } from "vitest";
import { mohallaMartStores } from "../mohallamart/postgres.ts";
import { tenOceanStores } from "../ten-ocean/postgres.ts";
import { testDatabase } from "../testing/database.ts";
import { loadDemoData } from "./load-demo-data.ts";
import { demoCustomer, demoProducts, demoShops, demoStaff } from "./mohallamart.ts";
import { demoAdmins, demoResidents, demoUnits } from "./ten-ocean.ts";

const { pool } = await testDatabase();
const mohallaMart = mohallaMartStores(pool);
const tenOcean = tenOceanStores(pool);

it("it is all there after the first load, and the second changes nothing, stock included", async () => {
  expect(await loadDemoData({ mohallaMart, tenOcean })).toBeGreaterThan(60);
  expect(await mohallaMart.shops.list()).toHaveLength(demoShops.length);
  expect(await mohallaMart.staff.list()).toEqual(demoStaff);
  expect(await mohallaMart.products.list()).toHaveLength(demoProducts.length);
  expect(await tenOcean.units.list()).toHaveLength(demoUnits.length);
  expect(await tenOcean.admins.list()).toHaveLength(demoAdmins.length);
  expect(await tenOcean.residents.list({ standing: "resident" })).toHaveLength(demoResidents.length);

  const [product] = await mohallaMart.products.list({ shopId: "shop_790" });
  if (!product) return expect.unreachable("the shop has products");
  await mohallaMart.orders.place(
    {
      orderId: "ord_1",
      shopId: product.shopId,
      customer: demoCustomer,
      items: [{ productId: product.productId, quantity: 1 }],
      payment: "cash",
    },
    { emit: [] },
  );
  expect(await loadDemoData({ mohallaMart, tenOcean })).toBe(0);
  expect((await mohallaMart.products.get(product.productId))?.available).toBe(product.available - 1);
});

it("every id, email, phone and price is one that the events accept", () => {
  expect(() => userCreated.create(demoCustomer)).not.toThrow();
  for (const { productId, shopId, price } of demoProducts) {
    const items = [{ productId, quantity: 1 }];
    const { userId } = demoCustomer;
    expect(() =>
      orderCreated.create({ orderId: "ord_1", userId, shopId, items, total: price }),
    ).not.toThrow();
  }
});
