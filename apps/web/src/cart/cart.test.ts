import { maximumLines, maximumQuantity } from "@org/commands/mohallamart/orders/order-size";
import { describe, expect, it } from "vitest";
import {
  type Cart,
  countItems,
  parseCart,
  quantityOf,
  serializeCart,
  withoutProducts,
  withQuantity,
} from "./cart.ts";

const cart: Cart = [
  { productId: "prod_101", quantity: 2 },
  { productId: "prod_105", quantity: 1 },
];

describe("the cart's cookie", () => {
  it("comes back as it was written", () => {
    expect(parseCart(serializeCart(cart))).toEqual(cart);
  });

  it("holds a full cart in less than a browser's 4 KB", () => {
    const full = Array.from({ length: maximumLines }, (_, index) => ({
      productId: `prod_${"0".repeat(26 - String(index).length)}${index}`,
      quantity: maximumQuantity,
    }));
    const cookie = serializeCart(full);
    expect(cookie.length).toBeLessThan(4_000);
    expect(parseCart(cookie)).toEqual(full);
  });

  it.each([
    ["nothing", undefined],
    ["an empty value", ""],
    ["words", "hello world"],
    ["script", "<script>alert(1)</script>.1"],
    ["no quantity", "prod_101"],
    ["a negative quantity", "prod_101.-1"],
    ["half a piece", "prod_101.1.5~prod_102.x"],
  ])("with %s holds no line that makes no sense", (_, cookie) => {
    for (const { productId, quantity } of parseCart(cookie)) {
      expect(productId).toMatch(/^prod_\w+$/);
      expect(quantity).toSatisfy((value: number) => Number.isInteger(value) && value >= 1);
    }
  });

  it("keeps the lines that do", () => {
    expect(parseCart("prod_101.2~nonsense~prod_105.1")).toEqual(cart);
  });
});

describe("quantities", () => {
  it("are set, added, cut to the maximum and removed", () => {
    expect(quantityOf(withQuantity(cart, "prod_101", 5), "prod_101")).toBe(5);
    expect(quantityOf(withQuantity(cart, "prod_200", 1), "prod_200")).toBe(1);
    expect(quantityOf(withQuantity(cart, "prod_101", 1_000), "prod_101")).toBe(maximumQuantity);
    expect(withQuantity(cart, "prod_101", 0)).toEqual([cart[1]]);
    expect(withoutProducts(cart, ["prod_101", "prod_105"])).toEqual([]);
    expect(countItems(cart)).toBe(3);
  });

  it.each([Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY])("of %s change nothing", (quantity) => {
    expect(withQuantity(cart, "prod_101", quantity)).toBe(cart);
  });

  it("of a product too many change nothing", () => {
    const full = Array.from({ length: maximumLines }, (_, index) => ({
      productId: `prod_${index}`,
      quantity: 1,
    }));
    expect(withQuantity(full, "prod_more", 1)).toBe(full);
    expect(quantityOf(withQuantity(full, "prod_0", 7), "prod_0")).toBe(7);
  });
});
