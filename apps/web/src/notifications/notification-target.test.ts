import { expect, it } from "vitest";
import { targetOf } from "./notification-target.ts";

it("leads to the order, the product, or nowhere", () => {
  expect(targetOf({ data: { orderId: "ord_1" } })).toBe("/orders/ord_1");
  expect(targetOf({ data: { orderId: "//evil.example/x?y" } })).toBe("/orders/%2F%2Fevil.example%2Fx%3Fy");
  expect(targetOf({ data: { productId: "prod_1", price: 5 } })).toBe("/products/prod_1");
  expect(targetOf({ data: { orderId: 7 } })).toBeUndefined();
  expect(targetOf({})).toBeUndefined();
});
