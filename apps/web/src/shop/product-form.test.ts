import { expect, test } from "vitest";
import { parseProductForm } from "./product-form.ts";

const filled = {
  name: "  Alphonso   Mangoes (ripe) ",
  category: "Fruit",
  unit: "1 dozen",
  description: "Ratnagiri.",
  price: " 899.50 ",
  available: "12",
};

function parse(changes: Partial<Record<keyof typeof filled, string>>) {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...filled, ...changes })) form.set(field, value);
  return parseProductForm(form);
}

test("reads a product, its spaces tidied", () => {
  expect(parse({})).toEqual({
    product: {
      name: "Alphonso Mangoes (ripe)",
      category: "Fruit",
      unit: "1 dozen",
      description: "Ratnagiri.",
      price: 899.5,
      available: 12,
    },
  });
  expect(parse({ available: "0" }).product?.available).toBe(0);
});

test.each([
  ["price", ["", "0", "0.00", "-5", "54.505", "1e3", "₹60", "1,250", "1000001"]],
  ["available", ["", "-1", "2.5", "ten", "1e3", "100001", "999999999"]],
  ["name", ["", "   ", "x".repeat(101)]],
  ["description", ["", "x".repeat(301)]],
] as const)("refuses a %s such as %j", (field, values) => {
  for (const value of values) {
    expect(Object.keys(parse({ [field]: value }).refusal?.errors ?? {}), value).toEqual([field]);
  }
});
