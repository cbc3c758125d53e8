import { createRedactor, defineCatalogue } from "@org/events";
import { describe, expect, it } from "vitest";
import { orderCreated } from "./order-created.ts";
import { userRegistered } from "./user-registered.ts";

const earlier = "2026-10-01.01";
const ts = Date.parse("2026-10-02T00:00:00.000Z");

describe("events of an earlier version, through the published package", () => {
  it("an order's total comes from its lines", () => {
    const items = [
      { productId: "prod_1", quantity: 3, price: 19.99 },
      { productId: "prod_2", quantity: 1, price: 0.1 },
    ];
    expect(
      orderCreated.receive({ v: earlier, ts, data: { orderId: "ord_1", userId: "user_1", items } }),
    ).toEqual({
      orderId: "ord_1",
      userId: "user_1",
      items: items.map(({ productId, quantity }) => ({ productId, quantity })),
      total: 60.07,
      occurredAt: "2026-10-02T00:00:00.000Z",
    });
  });

  it("a resident's names come from the full name", () => {
    const data = { userId: "user_1", email: "a@example.com", fullName: " Asha  Devi Rao " };
    const { firstName, lastName } = userRegistered.receive({ v: earlier, ts, data });
    expect([firstName, lastName]).toEqual(["Asha", "Devi Rao"]);
  });

  it("the latest version is what is sent, and read back unchanged", () => {
    for (const definition of [orderCreated, userRegistered]) {
      expect(definition.version > earlier).toBe(true);
    }
    const sent = orderCreated.create(orderCreated.examples[0]);
    expect(orderCreated.receive(sent)).toEqual(sent.data);
  });

  it("what only the earlier version holds of a person is hidden in logs", () => {
    const events = { userRegistered };
    const about = { name: "versions", title: "Versions", description: "Two events with a history." };
    const redact = createRedactor(defineCatalogue({ ...about, events }));
    expect(redact("user/registered", { fullName: "Maya Fernandes" })).toEqual({ fullName: "[name]" });
  });
});
