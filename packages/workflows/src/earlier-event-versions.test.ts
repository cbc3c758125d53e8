import { expect, it } from "vitest";
import { asha } from "./testing/place-order.ts";
import { startTestBench } from "./testing/test-bench.ts";

const ever = { from: "2026-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" };

it("runs an order's workflows for an event of the first version, with the total that its lines add up to", async () => {
  const bench = await startTestBench();
  const [product] = bench.products;
  if (!product) throw new Error("The demo data has no product.");
  const { productId, shopId } = product;
  const items = [{ productId, quantity: 3 }];
  const order = { orderId: "ord_1", shopId, customer: asha, items, payment: "cash" } as const;
  await bench.mohallaMart.orders.place(order, { emit: [] });
  const data = {
    orderId: "ord_1",
    userId: asha.userId,
    shopId,
    items: [{ productId, quantity: 3, price: 19.99 }],
  };
  await bench.engine.send({ name: "order.created", v: "2026-10-01.01", data });
  await bench.engine.advance("1m");

  expect(bench.engine.run("send-order-confirmation")).toHaveCompleted();
  expect(bench.engine.run("update-inventory")).toHaveCompleted();
  expect(await bench.mohallaMart.analytics.summary(ever)).toMatchObject({ orders: 1, revenue: 59.97 });
});

it("runs a registration's workflow for an event of the first version", async () => {
  const bench = await startTestBench();
  const resident = { userId: "user_sam", email: "sam@example.com", firstName: "Sam", lastName: "Rivera" };
  await bench.tenOcean.residents.register(resident, { emit: [] });
  const data = { userId: "user_sam", email: "sam@example.com", fullName: "Sam Rivera" };
  await bench.engine.send({ name: "user/registered", v: "2026-10-01.01", data });
  await bench.engine.runUntilIdle();

  expect(bench.engine.run("user-registration-workflow")).toHaveCompleted();
  expect(await bench.tenOcean.verifications.get("user_sam")).toMatchObject({ status: "pending" });
});
