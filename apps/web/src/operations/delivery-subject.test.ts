import { expect, it } from "vitest";
import { deliverySubject, subjectsOf } from "./delivery-subject.ts";

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

it.each(["", "asha@example.com", "ord_", "ord_1\u0000", "order 1"])("%j is no id", (text) => {
  expect(deliverySubject.safeParse(text).success).toBe(false);
});
