import { expect, it } from "vitest";
import { readRequest } from "../../request.ts";
import { productRequest } from "./product-request.ts";

const filled = {
  name: "  Alphonso   Mangoes (ripe) ",
  category: "Fruit",
  unit: "1 dozen",
  description: "Ratnagiri.",
  price: " 899.50 ",
  available: "12",
};

function read(changes: Partial<Record<keyof typeof filled, string>>) {
  const ids = { productId: "prod_1", shopId: "shop_1" };
  const result = readRequest(productRequest, { ...ids, ...filled, ...changes });
  return result.ok ? { product: result.request } : { refusal: result };
}

it("reads a product, its spaces tidied", () => {
  expect(read({})).toEqual({
    product: {
      productId: "prod_1",
      shopId: "shop_1",
      seen: 0,
      name: "Alphonso Mangoes (ripe)",
      category: "Fruit",
      unit: "1 dozen",
      description: "Ratnagiri.",
      price: 899.5,
      available: 12,
    },
  });
  expect(read({ available: "0" }).product?.available).toBe(0);
});

it.each([
  ["price", ["", "0", "0.00", "-5", "54.505", "1e3", "₹60", "1,250", "1000001"]],
  ["available", ["", "-1", "2.5", "ten", "1e3", "100001", "999999999"]],
  ["name", ["", "   ", "x".repeat(101)]],
  ["description", ["", "x".repeat(301)]],
] as const)("refuses a %s such as %j", (field, values) => {
  for (const value of values) {
    const { refusal } = read({ [field]: value });
    expect(refusal?.code, value).toBe("invalid");
    expect(Object.keys(refusal?.fields ?? {}), value).toEqual([field]);
  }
});
