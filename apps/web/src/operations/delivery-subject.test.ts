import { expect, it } from "vitest";
import { readDeliverySubject, subjectsOf } from "./delivery-subject.ts";

const event = (data: unknown) => ({ id: "e", name: "order.created", data });

it("the orders and people of events are named once", () => {
  const events = [
    event({ orderId: "ord_1", userId: "user_1", shopId: "shop_1" }),
    event({ orderId: "ord_2", userId: "user_1" }),
    event(undefined),
    event({ orderId: "ord_3", userId: "[text]" }),
  ];
  expect(subjectsOf(events)).toEqual(["ord_1", "user_1", "ord_2", "ord_3"]);
});

const orders = { findByNumber: async (typed: string) => (typed === "05w5 rvdc" ? "ord_5" : undefined) };

it.each(["", "asha@example.com", "ord_", "ord_1\u0000", "order 1", "RVDC"])("%j is no id", async (text) => {
  expect(await readDeliverySubject(text, orders)).toEqual({
    mistake: expect.stringContaining("an order's number, such as"),
  });
});

it("takes an order's number for its id, and an id as it is", async () => {
  expect(await readDeliverySubject("05w5 rvdc", orders)).toEqual({ subject: "ord_5" });
  expect(await readDeliverySubject(" user_1 ", orders)).toEqual({ subject: "user_1" });
  expect(await readDeliverySubject("05W5-RVDD", orders)).toEqual({
    mistake: "No order has this number. Ask for it once more.",
  });
});
