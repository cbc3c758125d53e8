import { afterAll, expect, it, vi } from "vitest";
import { asha } from "./testing/place-order.ts";
import type { TestBench } from "./testing/test-bench.ts";

/** No real event has an earlier version; the workflows get these two, under the real names, that do. */
vi.mock("@org/events/mohallamart/order-created", async () => {
  const { defineEvent, previousVersion } = await import("@org/events");
  const { rupees, userId } = await import("@org/events/fields");
  const fields = await import("@org/events/mohallamart/fields");
  const { toPaise, toRupees } = await import("@org/events/money");
  const z = await import("zod");
  const { orderId, shopId, orderItem, productId, quantity } = fields;
  const priced = z.object({ productId, quantity, price: rupees.max(10_000) });
  const orderCreated = defineEvent({
    name: "order.created",
    version: "2026-11-01.01",
    category: "order",
    owner: "orders",
    kind: "fact",
    summary: "As if its lines had once carried prices, and the total had been the receiver's to compute.",
    key: ["orderId"],
    data: z.object({ orderId, userId, shopId, items: z.array(orderItem).min(1), total: rupees }),
    examples: [order("ord_1"), order("ord_2")],
    previous: previousVersion({
      version: "2026-10-01.01",
      data: z.object({ orderId, userId, shopId, items: z.array(priced).min(1) }),
      upcast: ({ items, ...order }) => ({
        ...order,
        items: items.map(({ productId, quantity }) => ({ productId, quantity })),
        total: toRupees(items.reduce((paise, { price, quantity }) => paise + toPaise(price) * quantity, 0)),
      }),
    }),
  });
  return { orderCreated };

  function order(orderId: string) {
    const items = [{ productId: "prod_101", quantity: 1 }];
    return { orderId, userId: "user_1", shopId: "shop_1", items, total: 10 };
  }
});

vi.mock("@org/events/ten-ocean/user-registered", async () => {
  const { defineEvent, previousVersion } = await import("@org/events");
  const { emailAddress, personName, userId } = await import("@org/events/fields");
  const z = await import("zod");
  const userRegistered = defineEvent({
    name: "user/registered",
    version: "2026-11-01.01",
    category: "user",
    owner: "membership",
    kind: "fact",
    summary: "As if it had once had one field for the whole name.",
    key: ["userId"],
    data: z.object({ userId, email: emailAddress, firstName: personName, lastName: personName }),
    examples: [
      { userId: "user_1", email: "maya@example.com", firstName: "Maya", lastName: "Fernandes" },
      { userId: "user_2", email: "sam@example.com", firstName: "Sam", lastName: "Rivera" },
    ],
    previous: previousVersion({
      version: "2026-10-01.01",
      data: z.object({ userId, email: emailAddress, fullName: personName }),
      upcast: ({ fullName, ...user }) => {
        const [firstName = "", ...rest] = fullName.split(" ");
        return { ...user, firstName, lastName: rest.join(" ") };
      },
    }),
  });
  return { userRegistered };
});

/** Files share their modules; this one's workflows are loaded anew, over the two definitions, and not kept for others. */
async function startTestBench(): Promise<TestBench> {
  vi.resetModules();
  const bench = await import("./testing/test-bench.ts");
  return bench.startTestBench();
}
afterAll(() => {
  vi.resetModules();
});

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

  expect(bench.engine.run("user-registration-workflow").status).toBe("Running");
  expect(await bench.tenOcean.verifications.get("user_sam")).toMatchObject({ status: "pending" });
  await bench.engine.advance("15d");
  expect(bench.engine.run("user-registration-workflow")).toHaveCompleted();
  expect(await bench.tenOcean.verifications.get("user_sam")).toMatchObject({ status: "lapsed" });
});
